/** What the timeline says of goals. */
export const goalsLineText = {
  set: "A goal",
  changed: "changed a goal",
  done: (goal: string) => `reached a goal: ${goal}`,
  dropped: "dropped a goal",
  reopened: "took a goal up again",
  celebrated: (goal: string) => `On reaching: ${goal}`,
} as const;

/** The few words of the room's first screen. */
export const goalsAsideText = {
  goals: "Where this is going",
  nextStep: "Next step",
  by: (day: string) => `by ${day}`,
} as const;
