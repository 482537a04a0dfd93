/** What the timeline says of “My context”. */
export const contextLineText = { changed: "changed the card on the mentee’s situation" } as const;
