/** A programme's own facts: what it is called, when it runs, the limits of confidence at this workplace, and whom to tell of a concern. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { EmailAddress, plainLine, plainText } from "../../../values/text.ts";
import { leastLeavingDays, mostLeavingDays } from "../leaving/rules.ts";
import { leastContacts, leastSuggestionDays, mostContacts, mostSuggestionDays, variants } from "./rules.ts";

/** A cohort has a first and a last day; a rolling programme goes on. */
export const Timing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cohort"), startsOn: Day, endsOn: Day }),
  z.strictObject({ kind: z.literal("rolling") }),
]);

/** Which words about the limits of confidence stand beside the fixed core. */
export const Variant = z.enum(variants);

/** The programme's own words about its limits; they stand beside the fixed core and replace nothing of it. */
export const Wording = plainText(2000);

/** An address to stand behind `mailto:` as it is: nothing in it begins parameters, a fragment or an escape. */
export const LinkedAddress = EmailAddress.check(z.regex(/^[^?&#%]*$/));

/** Somebody to whom people turn with a concern. */
export const Contact = z.strictObject({ name: plainLine(120), email: LinkedAddress });

/** At least two, so that nobody's only way leads past their own boss. */
export const Contacts = z.array(Contact).check(z.minLength(leastContacts), z.maxLength(mostContacts));

const name = plainLine(120);
/** What the organisation that runs a server may be called. */
export const OrganisationName = plainLine(120);

/** What a manager may change. */
export const ProgrammeSettings = z.strictObject({
  name,
  timing: Timing,
  variant: Variant,
  wording: Wording,
  contacts: Contacts,
  /** The manager says: no contact reports to another, directly or through others. */
  contactsApart: z.literal(true),
  /** Whether silent pairs are offered "you might like a word". */
  mayLikeAWord: z.boolean(),
  /** For how many days suggestions are open that are made from now on. */
  suggestionDays: z.int().check(z.gte(leastSuggestionDays), z.lte(mostSuggestionDays)),
  /** For how many days the rooms of whoever leaves from now on wait for a good ending. */
  leavingDays: z.int().check(z.gte(leastLeavingDays), z.lte(mostLeavingDays)),
});
/** What a manager may change. */
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>;

/** Refusals of whatever keeps a programme. */
export const programmeRefusals = ["ends-before-it-starts", "same-contact-twice"] as const;

/** What everyone in a programme may know of it. */
export const ProgrammeFacts = z.object({
  programmeId: ProgrammeId,
  name: z.string(),
  organisation: z.string(),
  timing: Timing,
  variant: Variant,
  wording: z.string(),
  contacts: z.array(Contact),
});
/** What everyone in a programme may know of it. */
export type ProgrammeFacts = z.infer<typeof ProgrammeFacts>;

/** How many people and pairs stand where. Counts of states, never of acts. */
export const ProgrammeCounts = z.object({
  people: z.object({
    added: z.int(),
    invited: z.int(),
    enrolled: z.int(),
    paused: z.int(),
    aside: z.int(),
    left: z.int(),
  }),
  /** "leaving": living or paused pairs that somebody left, until their day; they are in no other number. */
  pairs: z.object({ proposed: z.int(), live: z.int(), paused: z.int(), leaving: z.int(), ended: z.int() }),
});
/** How many people and pairs stand where. */
export type ProgrammeCounts = z.infer<typeof ProgrammeCounts>;

const params = z.strictObject({ programmeId: ProgrammeId });

/** A programme as its managers see it. */
export const ReadProgramme = operation({
  id: "readProgramme",
  method: "GET",
  path: "/programmes/:programmeId",
  summary: "A programme with its settings and counts of states, for its managers",
  params,
  answer: z.object({
    ...ProgrammeFacts.shape,
    mayLikeAWord: z.boolean(),
    suggestionDays: z.int(),
    leavingDays: z.int(),
    /** True until its checklist is done: nobody is invited or suggested to anybody. */
    isDraft: z.boolean(),
    /** From when on it has ended; null where no end is set. */
    finishesAt: z.nullable(Instant),
    /** True where it was made from another programme, whose people can be asked whether they continue. */
    isNext: z.boolean(),
    counts: ProgrammeCounts,
    someMayLikeAWord: z.boolean(),
    /** What people asked the programme and nobody looks after yet. */
    newAsks: z.int(),
    /** How many contacts for concerns nobody has asked yet. */
    contactsToAsk: z.int(),
    /** How many people no contact for concerns can be offered to. */
    withoutContact: z.int(),
  }),
});

/** Changes what may be changed. Agreements that two people made keep the words they agreed to. */
export const ChangeProgramme = operation({
  id: "changeProgramme",
  method: "PUT",
  path: "/programmes/:programmeId",
  summary: "Change a programme's settings",
  params,
  body: ProgrammeSettings,
  refusals: programmeRefusals,
});

/** What everyone in a programme may know: its name, the limits of confidence, whom to tell of a concern. */
export const ReadProgrammeFacts = operation({
  id: "readProgrammeFacts",
  method: "GET",
  path: "/programmes/:programmeId/facts",
  summary: "What everyone in a programme may know of it",
  params,
  answer: ProgrammeFacts,
});

/** What the first page must know before anybody is signed in. */
export const ReadSite = operation({
  id: "readSite",
  method: "GET",
  path: "/site",
  summary: "The organisation's name, and whether rooms can open at this address",
  answer: z.object({
    /** Empty until the set-up is done. */
    organisation: z.nullable(z.string()),
    /** Where people should open Oakroom: scheme, host and port. */
    origin: z.string(),
    /** False where browsers offer no encryption at that address, so that rooms cannot open. */
    originIsSecure: z.boolean(),
  }),
});

/** The questions of the set-up: the organisation, the programme, that its people are adults, the limits of confidence, the contacts. */
export const FirstProgramme = z.strictObject({
  organisation: OrganisationName,
  name,
  timing: Timing,
  /** The manager says: everyone who takes part is of age. */
  adultsOnly: z.literal(true),
  variant: Variant,
  contacts: Contacts,
  /** The manager says: no contact reports to another, directly or through others. */
  contactsApart: z.literal(true),
});
/** The questions of the set-up. */
export type FirstProgramme = z.infer<typeof FirstProgramme>;

/** Who sets it up. */
export const FirstManager = z.strictObject({ name: plainLine(120), email: LinkedAddress });
