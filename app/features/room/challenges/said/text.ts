/** What the timeline says of challenges. */
export const challengesLineText = {
  tag: "Something hard",
  unmark: "Not hard any more",
  echo: "A story of your own, if it helps",
} as const;
