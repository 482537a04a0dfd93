/** What the timeline says of goals. */
export const goalsLineText = {
  set: "A goal",
  changed: "changed a goal",
  done: (goal: string) => `reached a goal: ${goal}`,
  dropped: "dropped a goal",
  reopened: "took a goal up again",
  celebrated: (goal: string) => `On reaching: ${goal}`,
} as const;
