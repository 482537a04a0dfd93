/** Every sentence of the timeline. */
import type { KindGroup, KindName } from "./kinds/rules.ts";

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const endings: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
const inFigures = (nth: number) =>
  `${nth}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(nth)] ?? "th"}`;

/** The timeline's words. */
export const timelineText = {
  label: "Timeline",
  you: "You",
  compose: (name: string) => `Write to ${name}`,
  placeholder: "What is on your mind?",
  send: "Put it into the room",
  kind: "What it is",
  kinds: {
    note: "A note",
    heard: "What I heard",
    moment: "Good moment",
    differ: "We see this differently",
    feedback: "Feedback",
    wrong: "I got this wrong",
    bothering: "Something is bothering me",
    broken: "A confidence was broken",
    challenge: "Something hard",
    story: "A story",
    advice: "Advice",
  } satisfies Record<KindName | "note" | "heard", string>,
  more: "Something else",
  groups: {
    mine: () => "On my mind",
    right: () => "To put right",
    give: (name: string) => `For ${name}`,
  } satisfies Record<KindGroup, (name: string) => string>,
  backToNote: "Back to a note",
  heardLine: (name: string) => `${name} answers yes, almost or no.`,
  heardHint: "If I got it right, you…, and the hard part is… Is that it?",
  empty: "Nothing here yet",
  emptyLine: "A date and a short hello are a good beginning.",
  emptySince: "Nothing since then.",
  emptyExample: "Hello! I look forward to meeting you. Would Tuesday at two suit you?",
  earlier: "Show what came before",
  waiting: "Waits to be sent",
  damaged: "This item is damaged and cannot be shown. The rest is whole.",
  newer: "Written by a newer Oakroom. Load the page again to read it.",
  takenBack:
    "Taken back later, by retiring the device that it came from. It counts for nothing here, and can still be proven.",
  afterGap: "Something before this is missing, so it is not counted in.",
  unfold: "Show all of it",
  fold: "Show less",
  newHere: "New since you were here",
  nothingToSend: "Write something first.",
  nthSession: (nth: number) => `${ordinals[nth - 1] ?? inFigures(nth)} session`,
  search: "Search this room",
  searchHint: "On this device; nothing is sent.",
  find: "Search",
  found: { one: "# thing found", other: "# things found" },
  foundNone: "Nothing found. Try fewer or shorter words.",
  clear: "Back to everything",
} as const;
