/** What the timeline says of reviews. */
export const reviewsLineText = { held: "looked at how you work together", shared: "Room check" } as const;
