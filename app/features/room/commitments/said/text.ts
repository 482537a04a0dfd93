/** What the timeline says of commitments. */
export const commitmentsLineText = {
  made: "Will do",
  done: (what: string) => `did it: ${what}`,
  moved: "gave a commitment a new date",
  dropped: "dropped a commitment",
  reopened: "took a commitment up again",
} as const;
