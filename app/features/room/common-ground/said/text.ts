/** What the timeline says of common ground. */
export const groundLineText = {
  line: "Common ground",
  offered: "picked cards for common ground",
  answered: "compared cards",
  again: "would pick cards once more",
} as const;
