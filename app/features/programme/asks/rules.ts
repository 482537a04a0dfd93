/** What may be asked of the programme. */

/** The quick choices. */
export const askKinds = ["cannot-reach", "another-match", "a-pause", "something-else"] as const;
/** One of the quick choices. */
export type AskKind = (typeof askKinds)[number];

/** Where it stands: nobody looks after it yet, a manager does, there is a reply. */
export const askStates = ["new", "taken", "answered"] as const;
/** Where it stands. */
export type AskState = (typeof askStates)[number];

/** How long words may be, in code points. */
export const mostWords = 2000;
/** How much longer they are where they begin with a name. */
export const longestAbout = 140;
/** How much of one person may wait for an answer at once. */
export const mostOpen = 5;

/** Why something cannot be asked. `text.ts` has one sentence for each. */
export type AskRefusal = "no-words" | "too-many-open";

/** Words that begin with the person whom they are about, where somebody chose to say so. Whoever asks something else has to say what. */
export function wordsAbout(name: string, kind: AskKind, words: string): string {
  if (name === "" || refuseAsk(kind, words, 0)) return words;
  const about = `About ${name}.`;
  return words.trim() === "" ? about : `${about} ${words}`;
}

/** Decides whether it can be asked; nobody has to say why, only what, where no choice says it. */
export function refuseAsk(kind: AskKind, words: string, open: number): AskRefusal | undefined {
  if (kind === "something-else" && words.trim() === "") return "no-words";
  return open >= mostOpen ? "too-many-open" : undefined;
}
