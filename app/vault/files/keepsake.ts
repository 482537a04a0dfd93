/**
 * A keepsake: what one person takes along from a room, in a file that opens without Oakroom. Its content is JSON, closed with
 * a passphrase; whoever opens it sees which words were signed, and that they are unchanged.
 */
import { type ClosedFileRefusal, openClosedFile, textOf } from "@oakroom/crypto";
import * as z from "zod/mini";
import { fromBase64url } from "../../values/bytes.ts";
import { wordsIn } from "../../values/worded.ts";
import { readProof } from "./proof-shown.ts";
import { readRelease } from "./releasing.ts";

const Written = z.object({
  at: z.number(),
  /** What it was: a promise, a story. Missing for a plain note. */
  label: z.optional(z.string()),
  words: z.array(z.string()),
  proof: z.string(),
});

/** The yes to keeping all that its author wrote. */
const Yes = z.object({ may: z.literal(true) });

/** What a keepsake holds. Proofs and releases are base64url. */
const Content = z.object({
  /** One's own name, and the other's. */
  names: z.tuple([z.string(), z.string()]),
  /** One's own. */
  identity: z.string(),
  madeAt: z.number(),
  /** One's own items; `proof` is empty for one that is too long for a single item. */
  mine: z.array(Written),
  /** Words of the other's, with their yes: what lies in a release. */
  released: z.array(z.string()),
  /** All that the other wrote, with the item in which they said yes to it. */
  theirs: z.optional(z.object({ yes: z.string(), written: z.array(Written) })),
  pages: z.array(z.object({ title: z.string(), text: z.string(), at: z.number() })),
  /** The days on which the two met, in order. */
  sessions: z.optional(z.array(z.string())),
});
/** What a keepsake holds. */
export type KeepsakeContent = z.infer<typeof Content>;

/** Words of a keepsake. `isSigned`: their signature was checked just now, and holds. */
export interface KeptWords {
  readonly at: number;
  readonly label: string;
  readonly words: ReadonlyArray<string>;
  readonly isSigned: boolean;
}

/** A keepsake, opened and checked. */
export interface KeepsakeShown extends Pick<KeepsakeContent, "names" | "madeAt" | "pages"> {
  readonly mine: ReadonlyArray<KeptWords>;
  readonly theirs: ReadonlyArray<KeptWords>;
  readonly sessions: ReadonlyArray<string>;
}

/** Opens a keepsake and checks everything in it. What does not hold is shown as not signed, without its words where they were changed. */
export async function openKeepsake(file: Uint8Array, passphrase: string): Promise<KeepsakeShown | ClosedFileRefusal> {
  const opened = await openClosedFile("keepsake", file, passphrase);
  if (typeof opened === "string") return opened;
  const content = Content.safeParse(parse(textOf(opened.content)));
  if (!content.success) return "malformed";
  const { names, madeAt, pages, mine, released, identity, theirs, sessions = [] } = content.data;
  const withYes = (await Promise.all(released.map(checkedRelease))).flatMap((each) => each ?? []);
  return {
    names,
    madeAt,
    pages,
    sessions,
    mine: await Promise.all(mine.map((each) => checked(each, identity))),
    theirs: [...withYes, ...(theirs ? await checkedAll(theirs, identity) : [])],
  };
}

async function checked(written: z.infer<typeof Written>, identity: string): Promise<KeptWords> {
  const { at, label = "", words, proof } = written;
  if (proof === "") return { at, label, words, isSigned: false };
  const shown = await readProof(fromBase64url(proof) ?? new Uint8Array(), identity);
  if (typeof shown === "string") return { at, label, words: [], isSigned: false };
  return { at: shown.at, label, words: wordsIn(shown.payload), isSigned: true };
}

/** Words of the other's under one yes: of the same key and room as the yes, and that key not one's own. Without it, none. */
async function checkedAll(
  { yes, written }: NonNullable<KeepsakeContent["theirs"]>,
  mine: string,
): Promise<ReadonlyArray<KeptWords>> {
  const said = await readProof(fromBase64url(yes) ?? new Uint8Array(), undefined);
  if (typeof said === "string" || said.type !== "ending.may-keep" || !Yes.safeParse(said.payload).success) return [];
  if (said.identity === mine) return [];
  const read = await Promise.all(
    written.map(async ({ at, label = "", words, proof }) => {
      // Too long for a single item: it has no signature of its own.
      if (proof === "") return { at, label, words, isSigned: false };
      const shown = await readProof(fromBase64url(proof) ?? new Uint8Array(), said.identity);
      const isSigned = typeof shown === "object" && shown.room === said.room && shown.author === said.author;
      return isSigned
        ? { at: shown.at, label, words: wordsIn(shown.payload), isSigned }
        : { at, label, words: [], isSigned: false };
    }),
  );
  return read.toSorted((one, next) => one.at - next.at);
}

async function checkedRelease(release: string): Promise<KeptWords | undefined> {
  const shown = await readRelease(fromBase64url(release) ?? new Uint8Array(), undefined);
  // A yes to showing somebody else is none to keeping it.
  return typeof shown === "string" || shown.to !== ""
    ? undefined
    : { at: shown.at, label: "", words: shown.words, isSigned: true };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
