/** What stands where the next date would, once the last talk was held. */
export const lastTalkText = {
  title: "The last talk",
  planned: (day: string) => `You planned your last talk for ${day}.`,
  link: "A good ending",
} as const;
