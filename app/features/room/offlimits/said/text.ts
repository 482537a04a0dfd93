/** What the timeline says of topics to leave out. */
export const offlimitsLineText = { told: "named a topic to leave out", untold: "took a topic off the list" } as const;
