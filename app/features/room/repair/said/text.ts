/** What the timeline says of repair. */
import type { Going } from "../rules.ts";

/** What the timeline says of repair. */
export const repairLineText = {
  owned: "I got this wrong",
  ownedParts: {
    what: "What I did",
    effect: "What it did to you, as far as I can see",
    now: "What I do now",
  },
  raised: "Something is bothering me",
  broken: "A confidence was broken",
  brokenParts: { facts: "What got out, and to whom", sorry: "Sorry", help: "What would help" },
  decide: "Your story: you decide, in your own time.",
  decides: (name: string) => `${name} decides, in their own time.`,
  goings: { "go-on": "Go on", pause: "Pause", end: "End" } satisfies Record<Going, string>,
  decided: { "go-on": "would like to go on", pause: "would like to pause", end: "would like to end" } satisfies Record<
    Going,
    string
  >,
  more: "Pausing and ending",
} as const;
