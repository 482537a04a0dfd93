/** Every sentence of joining a programme, around the steps of others. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { Enrol } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof Enrol>, string>> = {
  "profile-incomplete": "Something in your profile is still missing. Go back to it; what you typed is there.",
  "keys-missing": "Your keys are not made yet. That is the step before this one.",
  finished: "The programme has ended meanwhile: nobody joins it any more.",
};

/** The steps by name. */
export const stepNames = ["Name", "What for", "Hours", "Who sees it", "Keys"] as const;

/** The screen's words. */
export const text = {
  steps: "Steps of joining",
  help: "Help and safety",
  keysTitle: "Your keys",
  keysLead: "They open your rooms, and are made on this device.",
  codeTitle: "A code to keep",
  doneTitle: "You are in",
  doneLead: (name: string) => (name === "" ? "Thank you." : `Thank you, ${name}.`),
  doneNext: "What comes now",
  doneSteps: [
    "You get a mail when somebody is suggested to you.",
    "You read why, and say yes or no. Nobody is told who said no.",
    "When both say yes, your room opens.",
  ],
  home: "Go to Home",
  profile: "Look at my profile",
  ended: "This programme has ended",
  unfinished: "You have begun to join. What you typed in this browser is still here.",
  aside: "You do not take part this time.",
  asideBack: "Take part again",
  goOn: "Go on joining",
  again: "Try again",
  toProfile: "Go to the profile",
} as const;
