/** Every sentence about good moments. */
export const celebrationsText = {
  title: "Good moments",
  lead: (name: string) => `What you and ${name} marked as good, from the first to the last.`,
  what: "What happened, and who did what to make it happen",
  hint: "Small ones count.",
  nothing: "Write what happened, in a sentence.",
  none: "None yet. The first one may be small.",
  by: (who: string, day: string) => `${who}, ${day}`,
  you: "You",
} as const;
