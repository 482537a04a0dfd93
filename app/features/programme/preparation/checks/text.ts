/** The sentences around the two checks; what is asked and answered is in content. */
import type { Role } from "../../../../values/role.ts";

/** The sentences. */
export const text = {
  title: { mentor: "Why I would like to do this", mentee: "Is this a good moment?" } satisfies Readonly<
    Record<Role, string>
  >,
  lead: "For yourself alone: sent to nobody, and gone when you leave this page. Leave out what you like.",
  back: "Before the first meeting",
  scale: {
    mentor: ["Not at all", "A little", "In part", "Mostly", "Fully"],
    mentee: ["Not yet", "Partly", "Yes"],
  } satisfies Readonly<Record<Role, ReadonlyArray<string>>>,
  look: "What this says",
  reflection: "What you could take from it",
  nothing: "Nothing stands out. Go on as you are.",
  empty: "Choose an answer somewhere first.",
  steps: { one: "A next step", other: "Next steps, of which one is enough" },
  contact: "your programme’s team",
  choices: "And now?",
  choicesLine:
    "For the last two your programme reads the same: “not this time”, and no reason. You come back with one tap, when you like.",
  both: "You are here as mentor and as mentee; the last two hold for both. To go on as a mentee alone, say in your profile that you have no place.",
  go: "Continue",
  later: "Start later",
  stepBack: "Step back",
  hereTold: "Good to have you back.",
  laterTold: "Later, then. You begin when you like.",
  backTold: "Noted: not this time. Thank you for looking.",
} as const;
