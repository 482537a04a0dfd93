/** The words of beginning with what one wrote elsewhere. */
export const reuseText = {
  start: (name: string) => `Begin with my words from the room with ${name}`,
} as const;
