/** What the timeline says of an ending. */
export const endingLineText = {
  planned: "planned a good ending",
  unplanned: "took the planned ending back",
  said: "wrote something for the end",
  mayKeep: "said yes to keeping their words",
  mayNotKeep: "took a yes to keeping their words back",
} as const;
