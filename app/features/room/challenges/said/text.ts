/** What the timeline says of challenges. */
export const challengesLineText = {
  tag: "A challenge",
  unmark: "Not a challenge any more",
  echo: "A story of your own, if it helps",
} as const;
