/** What is said before an act that cannot be taken back. */
export const onceText = {
  wait: "Wait a day",
  waits: (when: string) => `You wanted to sleep on it until ${when}. It is still yours to decide, also now.`,
  leave: "Not now",
} as const;
