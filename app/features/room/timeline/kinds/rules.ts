/**
 * The kinds of what can be written beside a note, by what they are for, in their order: what is one's own first, what one has
 * for the other last, and of that a story before advice (P67).
 */
export const kindGroups = {
  mine: ["challenge", "differ", "bothering"],
  right: ["wrong", "broken"],
  give: ["feedback", "story", "advice"],
} as const;
/** What kinds are for. */
export type KindGroup = keyof typeof kindGroups;
/** A kind that opens a form of its own. "moment" stands beside the text box, one tap from the room (P45). */
export type KindName = (typeof kindGroups)[KindGroup][number] | "moment";
