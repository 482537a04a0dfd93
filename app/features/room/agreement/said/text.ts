/** What the timeline says of the agreement. */
export const agreementLineText = {
  talked: "talked about what stays private, and the limits",
  duties: "named their duties",
  proposed: "proposed a part of the agreement",
  accepted: "said “fine for me” to a part of the agreement",
  dropped: "would drop a part of the agreement",
  kept: "left a part as it was",
  signed: "signed the agreement",
  preferred: "wrote down what they would like",
} as const;
