/** What the timeline says of hopes. */
export const hopesLineText = {
  committed: "laid down a card with hopes and worries",
  revealed: "turned a card over: hopes and worries",
  withdrawn: "took a card back",
  differed: "marked where the two see something differently",
} as const;
