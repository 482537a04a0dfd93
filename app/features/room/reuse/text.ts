/** The words of beginning with what one wrote elsewhere. */
export const reuseText = {
  start: (name: string) => `Begin with my words from the room with ${name}`,
  before: "Begin with my words from before",
} as const;
