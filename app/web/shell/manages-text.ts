/** Home's words for a manager. */
export const managesText = {
  tag: "You manage this programme",
  ended: "You manage this programme; it has ended",
  open: "Open the programme",
  asks: { one: "One question waits", other: "# questions wait" },
} as const;

/** Home's words for a contact for concerns. */
export const contactText = {
  tag: "You are a contact for concerns",
  asked: "You are asked to be a contact for concerns",
  left: "You are not a contact for concerns here",
  open: "Open",
  waiting: {
    one: "One thing was shown to you that you have not taken up.",
    other: "# things were shown to you that you have not taken up.",
  },
} as const;
