/** Every sentence about pausing and ending. */
export const endingText = {
  title: (name: string) => `You and ${name}`,
  withoutKeys: "Pausing and ending need no keys, and no reason.",
  back: "Back to unlocking",
  pauseTitle: "Pause",
  pauseLine: (name: string) =>
    `${name} sees “paused”, nothing else. Either of you can go on at any time. No reason is asked for.`,
  pause: "Pause this pairing",
  goOn: "Go on",
  paused: "Paused.",
  endTitle: "End this pairing",
  endLine: "It is fine to stop. No reason is asked for, and only the date is recorded.",
  heard: (name: string, me: string) =>
    `${name} will read: “${me} has decided to end the pairing. This happens and says nothing about you. Thank you for the time.”`,
  message: "A short message, if you like",
  messageHint: (name: string) => `${name} reads it in the room.`,
  end: "End the pairing",
  ended: "The pairing has ended. Your room stays readable.",
  endedTitle: "This pairing has ended",
  endedLine: "You can read everything here. If you would like another match, tell your programme; no reason is needed.",
  about: "Whom you meet",
  off: "Topics I would rather leave out",
  safety: "Help and safety",
  offline: "There is no connection just now. Nothing was lost; try again in a moment.",
} as const;
