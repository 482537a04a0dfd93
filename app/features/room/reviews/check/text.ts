/** Every sentence about the room check. */
export const checkText = {
  title: "Room check",
  lead: "Five sentences, for your own eyes; kept in “My drawer”.",
  scale: ["Cannot say", "Not true", "A little true", "Partly true", "Mostly true", "Fully true"],
  keep: "Keep for myself",
  kept: "Kept in “My drawer”, for you alone.",
  earlier: "What you said before",
  on: (day: string) => `On ${day}`,
  share: (name: string) => `Share with ${name}`,
  shareLine: (name: string) => `${name} then reads these five answers in your room. Share them if it opens a talk.`,
  shared: "Shared.",
  missing: "Answer at least one.",
} as const;
