/** Every sentence about one's own drawer. */
export const drawerText = {
  title: "My drawer",
  lead: "What you keep for yourself, on your devices alone. Nothing here is in anybody’s room until you put it there, one by one.",
  notes: "Notes",
  stories: "Stories",
  checks: "Room checks",
  concerns: "Kept for later",
  none: "Nothing here yet. Notes from Prepare, stories and room checks come here by themselves.",
  about: (name: string) => `About you and ${name}`,
  share: (name: string) => `Put it into your room with ${name}`,
  put: (name: string) => `Let ${name} read it`,
  shareLine: (name: string) => `${name} reads it from then on. What was read cannot be taken back.`,
  shared: (name: string) => `It is in your room with ${name} now.`,
  delete: "Delete",
  deleteLine: "Nobody else has seen it, and you will not see it again either.",
  deleted: "Deleted.",
} as const;
