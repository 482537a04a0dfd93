/** The kinds of what can be written beside a note, in their order: what helps to listen first, then a story, and advice last (P67). */
export const kindNames = [
  "differ",
  "feedback",
  "wrong",
  "bothering",
  "broken",
  "challenge",
  "story",
  "advice",
] as const;
/** A kind that opens a form of its own. "moment" stands beside the text box, one tap from the room (P45). */
export type KindName = (typeof kindNames)[number] | "moment";
