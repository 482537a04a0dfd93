/** What the timeline says of a good moment. */
export const momentTag = "Good moment";
