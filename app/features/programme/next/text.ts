/** Every sentence of a next programme. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { MakeNext } from "./schema.ts";

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<RefusalOf<typeof MakeNext>, string>> = {
  "ends-before-it-starts": "The last day has to come after the first.",
  draft: "The programme is a draft: open it first, or change its settings.",
  "made-by-another":
    "Another manager has made a next programme from this one already. Ask them to invite you as a manager of it.",
  "id-taken": "That did not work. Please load the page again.",
};

/** The page that makes one. */
export const text = {
  title: "A next programme from this one",
  lead: "Settings, limits of confidence and contacts are copied. It begins as a draft: the contacts say anew that they are ready, and the points before the first invitation are gone through again.",
  adults: "Everyone who takes part in it is of age",
  apart: "No contact reports to another of them, directly or through others",
  tick: "Tick this once it is true",
  faults: "Please look at these",
  make: "Make it",
  there: "There was one already, made from this programme. This is it; nothing was changed.",
  programme: "Programme",
} as const;

/** The page of who continues. */
export const continuingText = {
  title: "Who continues?",
  lead: (earlier: string) =>
    `People of ${earlier}. Whom you choose comes onto the list of this programme and is asked afresh, by an invitation; nobody takes part without a yes. What they said of themselves is offered again to them alone.`,
  none: "No programme of yours comes before this one",
  mentor: (name: string) => `${name}, as a mentor`,
  mentee: (name: string) => `${name}, as a mentee`,
  listed: "on the list already",
  people: "People",
  pairs: "Pairs that live there",
  pairsHint:
    "Their rooms stay where they are. Tick two who would like to go on together here: once both take part, each is told that their room stays, and asked whether a second one opens here.",
  pair: (mentee: string, mentor: string) => `${mentee} with ${mentor}`,
  all: "Choose everyone, in the roles they had",
  act: "Put them on the list",
  nobody: "Choose somebody first",
  added: {
    one: "# person is on the list. Invite them under People.",
    other: "# people are on the list. Invite them under People.",
  },
  programme: "Programme",
} as const;
