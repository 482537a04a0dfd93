/** Home's words for a manager. */
export const managesText = {
  tag: "You manage this programme",
  ended: "You manage this programme; it has ended",
  open: "Open the programme",
} as const;

/** Home's words for a contact for concerns. */
export const contactText = {
  tag: "You are a contact for concerns",
  asked: "You are asked to be a contact for concerns",
  left: "You are not a contact for concerns here",
  open: "Open",
} as const;
