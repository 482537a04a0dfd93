/** Home's words for a manager. */
export const managesText = {
  tag: "You manage this programme",
  open: "Open the programme",
} as const;
