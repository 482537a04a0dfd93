/**
 * Which practice lives where: the table in `content/practices.tsv` beside what the repository says of itself. A feature's
 * README names its practices ("Practices: P08 P16.") and who sees what ("Seen by …"); a test bears the id of the practice
 * that it proves, and the word "never" where it guards what must not exist.
 */
import { sourcesOf, visit } from "../architecture/source.ts";
import type { Breach, Tree } from "../architecture/tree.ts";

/** One practice of the table. */
export interface Practice {
  /** As in "P08". */
  readonly id: string;
  readonly practice: string;
  /** What must not exist; empty where nothing is named. */
  readonly never: string;
  /** Ids of texts in `content`. */
  readonly guidance: ReadonlyArray<string>;
  /** "kept": it is there and proven. "later": it is not there, or not whole. */
  readonly standing: string;
}

/** A test that bears a practice's id. */
export interface Proof {
  readonly file: string;
  readonly title: string;
  readonly isGuard: boolean;
}

/** A folder that keeps a practice, and who sees what is in it. */
export interface Home {
  readonly folder: string;
  /** Undefined where the README does not say. */
  readonly seenBy: string | undefined;
}

/** A practice with all that the repository says of it. */
export interface Kept extends Practice {
  readonly homes: ReadonlyArray<Home>;
  readonly proofs: ReadonlyArray<Proof>;
}

/** Where the table lies. */
export const tablePath = "content/practices.tsv";
/** Where the page lies that is made from it. */
export const pagePath = "docs/practices.md";

const ids = /\bP\d{2,3}\b/g;

/** Reads the table. */
export function readPractices(text: string): ReadonlyArray<Practice> {
  const [, ...rows] = text.trimEnd().split("\n");
  return rows.map((row) => {
    const [id = "", practice = "", never = "", guidance = "", standing = ""] = row.split("\t");
    return { id, practice, never, guidance: guidance.split(" ").filter((name) => name !== ""), standing };
  });
}

/** Everything the repository says of each practice. */
export function keptPractices(tree: Tree): ReadonlyArray<Kept> {
  const homes = homesOf(tree);
  const proofs = proofsOf(tree);
  return readPractices(tree.get(tablePath) ?? "").map((practice) => ({
    ...practice,
    homes: homes.get(practice.id) ?? [],
    proofs: proofs.get(practice.id) ?? [],
  }));
}

function homesOf(tree: Tree): ReadonlyMap<string, ReadonlyArray<Home>> {
  const homes = new Map<string, Home[]>();
  for (const [path, text] of tree) {
    if (!/^(app|packages)\/.+\/README\.md$/.test(path)) continue;
    const named = [...text.matchAll(/\bPractices: (.+)$/gm)].flatMap(([, line = ""]) => line.match(ids) ?? []);
    const seenBy = /(?:Seen|Read) by ([^.]+)\./.exec(text)?.[1];
    for (const id of new Set(named)) {
      homes.set(id, [...(homes.get(id) ?? []), { folder: path.slice(0, -"/README.md".length), seenBy }]);
    }
  }
  return homes;
}

function proofsOf(tree: Tree): ReadonlyMap<string, ReadonlyArray<Proof>> {
  const proofs = new Map<string, Proof[]>();
  for (const { path, program } of sourcesOf(tree).values()) {
    if (!/\.test\.tsx?$/.test(path) || path.startsWith("tools/")) continue;
    visit(program, ({ type, value }) => {
      const title =
        type === "Literal" && typeof value === "string" ? value : type === "TemplateElement" ? rawOf(value) : "";
      for (const id of new Set(title.match(ids) ?? [])) {
        proofs.set(id, [...(proofs.get(id) ?? []), { file: path, title, isGuard: /\bnever\b/.test(title) }]);
      }
    });
  }
  return proofs;
}

function rawOf(value: unknown): string {
  return typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string"
    ? value.raw
    : "";
}

/** What a practice that counts as kept lacks. */
export function lackingOf(kept: Kept, texts: ReadonlySet<string>): ReadonlyArray<string> {
  const { homes, proofs, never, guidance } = kept;
  return [
    ...(homes.length === 0 ? ["no README names it"] : []),
    ...homes.filter(({ seenBy }) => seenBy === undefined).map(({ folder }) => `${folder} does not say who sees it`),
    ...(proofs.some(({ isGuard }) => !isGuard) ? [] : ["no test bears its id"]),
    ...(never === "" || proofs.some(({ isGuard }) => isGuard) ? [] : [`no test guards “${never}”`]),
    ...guidance.filter((id) => !texts.has(id)).map((id) => `its text ${id} is not there`),
  ];
}

/** The ids of all texts. */
export function textIds(tree: Tree): ReadonlySet<string> {
  const found = [...tree].filter(([path]) => /^content\/en\/[a-z-]+\.md$/.test(path));
  return new Set(found.flatMap(([, text]) => [...text.matchAll(/^### (\S+)$/gm)].map(([, id = ""]) => id)));
}

/** Practices that count as kept and are not, and others that have all they need. */
export function findBreaches(tree: Tree): ReadonlyArray<Breach> {
  const texts = textIds(tree);
  const rows = keptPractices(tree).flatMap((kept, at): ReadonlyArray<Breach> => {
    const line = at + 2;
    const lacking = lackingOf(kept, texts);
    if (kept.standing === "kept") {
      return lacking.map((message) => ({ file: tablePath, line, message: `${kept.id}: ${message}` }));
    }
    if (kept.standing !== "later") return [{ file: tablePath, line, message: `${kept.id}: is neither kept nor later` }];
    return [];
  });
  const isStale = tree.get(pagePath) !== writePage(tree);
  return [
    ...rows,
    ...(isStale ? [{ file: pagePath, message: "is not as the repository says: node tools/practices/write.ts" }] : []),
  ];
}

/** The page `docs/practices.md`. */
export function writePage(tree: Tree): string {
  const all = keptPractices(tree);
  const kept = all.filter(({ standing }) => standing === "kept");
  const rows = kept.map((one) => `| ${[one.id, one.practice, one.never, placesOf(one), proofsIn(one)].join(" | ")} |`);
  const later = all.filter(({ standing }) => standing === "later");
  return [
    "# Practices\n",
    "What good mentoring asks for, where Oakroom keeps it, who sees what, and which test proves it. Made from the table of practices, the READMEs of the features and the names of the tests: `node tools/practices/write.ts`.\n",
    "| | practice | never | where, and seen by | proven by |\n|---|---|---|---|---|",
    `${rows.join("\n")}\n`,
    ...(later.length === 0
      ? []
      : ["## Not here yet, or not whole\n", `${later.map(({ id, practice }) => `- ${id}: ${practice}`).join("\n")}\n`]),
  ].join("\n");
}

function placesOf({ homes }: Kept): string {
  return homes
    .map(({ folder, seenBy }) => `[${folder.split("/").at(-1)}](../${folder}): ${seenBy ?? "not said"}`)
    .join("; ");
}

function proofsIn({ proofs }: Kept): string {
  const files = [...new Set(proofs.map(({ file }) => file))];
  return files.map((file) => `[${nameOf(file)}](../${file})`).join(", ");
}

function nameOf(file: string): string {
  const [folder = "", name = ""] = file.split("/").slice(-2);
  return `${folder}/${name.replace(/\.test\.tsx?$/, "")}`;
}
