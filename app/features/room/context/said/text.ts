/** What the timeline says of “My context”. */
export const contextLineText = { changed: "changed their context card" } as const;
