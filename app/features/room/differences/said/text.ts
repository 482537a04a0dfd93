/** What the timeline says of differences. */
export const differencesLineText = {
  tag: "We see this differently",
  you: "You",
  soFar: (name: string) => `${name} has not said how they see it, and need not.`,
  yourView: "How you see it",
  change: "Change how you see it",
  keepView: "Keep this view",
  decision: (name: string) => `${name} decided`,
  decisionMine: "You decided",
  undecided: (name: string) => `The decision is ${name}’s.`,
  decide: "What you decide, if you decide",
  decideHint: "It is yours alone.",
  keepDecision: "Keep this decision",
  viewed: "put a view beside a difference",
  decided: "wrote down a decision",
} as const;
