/** When a session is, in words. */
export const whenText = {
  length: (minutes: string) => `${minutes} minutes`,
  forThem: (time: string, name: string) => `${time} for ${name}`,
} as const;
