/** Every sentence of the checklist before the first invitation; its points are the words of guidance pm.launch. */
import { plainInline } from "../../../../content/blocks.ts";
import { pmLaunch } from "../../../../content/en/programme.generated.ts";
import { type LaunchPoint, type LaunchRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<LaunchRefusal, string>> = {
  "not-all-done": "Not everything is done yet. Look at the points once more.",
  launched: "The programme is open already.",
};

/** In which line of the guidance a point stands, and in which half of it. */
const placeOf: Readonly<Record<LaunchPoint, readonly [line: number, half: number]>> = {
  mentors: [4, 0],
  mentees: [4, 1],
  statement: [1, 0],
  contacts: [1, 1],
};

/** A point in the words of the guidance. */
export function pointText(point: LaunchPoint): string {
  const list = pmLaunch.pieces.find((piece) => piece.kind === "list");
  const [line, half] = placeOf[point];
  const words = plainInline(list?.kind === "list" ? (list.items[line] ?? []) : []).split("; ")[half] ?? "";
  // The second half leans on the first; alone it needs its verb.
  const sentence = words.replace(/\.$/, "").replace(/^mentees on/, "mentees have had one on");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** The screens' words. */
export const text = {
  title: "Before the first invitation",
  lead: "Bringing people, files and settings can be done now. Invitations and suggestions go out once the programme is open.",
  points: "Done before it opens",
  contacts: (names: string) => `Ready: ${names}`,
  fewReady: "Two are needed who have keys and said that they are ready.",
  hasLeft: "One is no longer available. Name another one in the settings.",
  without: {
    one: "Nobody of them can be offered to one person on your list.",
    other: "Nobody of them can be offered to # people on your list.",
  },
  toContacts: "Ask the contacts",
  all: "Everything to think of",
  open: "Open the programme",
  lacking: (points: ReadonlyArray<string>) => `Still open: ${points.join("; ")}`,
  opened: "The programme is open.",
  isOpen: "The programme is open",
  isOpenWords: "People can be invited, and suggested to each other.",
  toPeople: "Go to People",
  programme: "Programme",
} as const;
