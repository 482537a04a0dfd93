/** Every sentence about beginning a room again that both have lost the keys to: for one screen alone. */

/** Beginning a room again. */
export const togetherText = {
  title: "Begin this room again",
  compare: "Compare the words",
  compareFirst: (name: string) =>
    `First speak to ${name} another way, and compare the matching words of your new keys: then each of you knows that it is the other.`,
  goes: "What goes",
  goesLine: (name: string) =>
    `What you and ${name} wrote in this room is closed for good, since neither of you has a key to it any more, and nobody else ever had one. When you begin again, it goes from the server.`,
  first:
    "If one of you may still find a device that opens it, or a recovery code, look for it first. This cannot be taken back.",
  next: "What happens then",
  nextLine: (name: string) =>
    `You say so here, and ${name} says so too. Then the room is open again, and empty. Your pairing, its dates and its programme stay as they are.`,
  act: "Begin again",
  said: (name: string) => `You have said so. The room opens again once ${name} has said so too.`,
  begun: (name: string) => `The room is open to you and ${name}.`,
  open: "Go to the room",
} as const;
