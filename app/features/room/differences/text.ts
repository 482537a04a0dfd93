/** Every sentence of the form for a difference. */
export const differencesText = {
  about: "What it is about",
  view: "How I see it",
  viewHint: "We see this differently, and that is fine.",
  after: (name: string) => `${name} can put their view beside yours.`,
  nothing: "Write what it is about, and how you see it.",
} as const;
