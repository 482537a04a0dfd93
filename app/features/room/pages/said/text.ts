/** What other screens say of pages. */
export const pagesLineText = {
  title: "Pages",
  notesLink: "Shared notes",
  made: (title: string) => `began a page: ${title}`,
  madeNotes: "began the notes of a session",
  found: (title: string) => `On the page “${title}”`,
  renamed: (title: string) => `gave a page the title “${title}”`,
  notesOf: "Notes of a session",
} as const;
