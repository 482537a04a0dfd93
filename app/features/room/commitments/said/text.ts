/** What the timeline says of commitments. */
export const commitmentsLineText = {
  made: "Will do",
  madeFor: (name: string | undefined) => (name === undefined ? "For you to do" : `For ${name} to do`),
  done: (what: string) => `did it: ${what}`,
  moved: "gave a commitment a new date",
  dropped: "dropped a commitment",
  reopened: "took a commitment up again",
} as const;
