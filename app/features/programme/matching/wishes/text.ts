/** Every sentence about wishes for the matching. */
import { mostAvoided, mostWished, type WishesRefusal } from "./rules.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<WishesRefusal, string>> = {
  "too-many-wished": `You can wish for ${mostWished} people at most.`,
  "too-many-avoided": `You can rule out ${mostAvoided} people at most.`,
  "no-address": "One of these is no mail address. Write each as name@organisation.example.",
  "named-twice": "One address stands here twice. Each can be in one of the two lists, once.",
};

/** The page's words. */
export const text = {
  link: "Whom you wish for, and whom you would rather not meet",
  title: "Whom you wish for",
  lead: "Both lists may stay empty. Write people’s mail addresses at work.",
  promiseTitle: "Only you read this",
  promise: [
    "The matching reads both lists. No manager, no other participant and no mail or file of the programme shows them, and the people on them are not told.",
    "If you and somebody wish for each other and become a pair, you two read that you named each other. Nobody else does.",
    "Suggestions follow from many things at once. Still, in a small programme somebody may guess at what you wrote; so may a manager who tries two people by hand, and reads “not available”, as for pairs that rest or have ended.",
    "Whoever runs this server could read them in its database.",
  ],
  wished: "People you wish for",
  wishedHint: (most: number) =>
    `Up to ${most}, the one you wish for most first. Two who wish for each other are put together, unless somebody would be left with nobody.`,
  avoided: "People you would rather not be put together with",
  avoidedHint: (most: number) =>
    `Up to ${most}. You are never suggested to each other, in either role. No reason is asked.`,
  readers: "Read by you and the matching alone.",
  save: "Save",
  saved: "Saved. It counts from the next draft.",
  open: "A suggestion that you have already stays as it is; you can answer “not this one”.",
  how: "How suggestions are made",
} as const;
