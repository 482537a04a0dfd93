/** Every sentence about one's own drawer. */
export const drawerText = {
  title: "My drawer",
  promise: "For you alone, sealed with your own key. It goes into a room only if you put it there.",
  notes: "Notes",
  stories: "Stories",
  checks: "Room checks",
  concerns: "Kept for later",
  none: "Nothing here yet. Notes from Prepare, stories and what you keep for later come here.",
  about: (name: string) => `About you and ${name}`,
  share: (name: string) => `Put it into your room with ${name}`,
  put: (name: string) => `Let ${name} read it`,
  shareLine: (name: string) => `${name} reads it from then on. What was read cannot be taken back.`,
  shared: (name: string) => `It is in your room with ${name} now.`,
  delete: "Delete",
  deleteLine: "Nobody else has seen it, and you will not see it again either.",
  deleted: "Deleted.",
} as const;
