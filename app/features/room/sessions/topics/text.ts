/** Putting something on the list for the next session. */
export const takeTopicText = {
  take: "Talk about it first",
  next: "Take it to the next session",
  taken: "It is among your topics for the next session.",
  off: "Take it off",
  labelOf: (act: string, topic: string) => `${act}: ${topic}`,
  full: "Your topics for the next session are full. Take one off first.",
} as const;
