/** Decisions about a programme's own facts. The form asks them before it sends, the server before it stores. */
import type { Day } from "../../../values/day.ts";
import { addressKey } from "../../../values/text.ts";
import type { ChangePart } from "../changes/rules.ts";

/** A cohort has a first and a last day; a rolling programme goes on. */
export type Timing =
  | { readonly kind: "cohort"; readonly startsOn: Day; readonly endsOn: Day }
  | { readonly kind: "rolling" };

/** Somebody to whom people turn with a concern. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** So many contacts for concerns at least, so that nobody's only way leads past their own boss. */
export const leastContacts = 2;
/** And so many at most. */
export const mostContacts = 6;

/** For how many days a suggestion is open in a new programme, and what a programme may choose. */
export const usualSuggestionDays = 7;
/** At least so many: the reminder comes two days before the end, and nobody is asked over a weekend alone. */
export const leastSuggestionDays = 4;
/** At most so many: somebody waits meanwhile. */
export const mostSuggestionDays = 28;

/** Why a programme cannot be kept as it is. `text.ts` has one sentence for each. */
export type ProgrammeRefusal = "ends-before-it-starts" | "same-contact-twice";

/** What the rules look at. */
export interface ProgrammeFacts {
  readonly timing: Timing;
  /** Two people or more, none of whom reports to another. */
  readonly contacts: ReadonlyArray<Contact>;
}

/** Decides whether a programme may be kept; `undefined` means that it may. */
export function refuseProgramme({ timing, contacts }: ProgrammeFacts): ProgrammeRefusal | undefined {
  if (timing.kind === "cohort" && timing.endsOn <= timing.startsOn) return "ends-before-it-starts";
  if (areFewer(contacts, ({ email }) => addressKey(email))) return "same-contact-twice";
  // Whoever needs one of them could not tell the two apart.
  if (areFewer(contacts, ({ name }) => name.trim().toLowerCase())) return "same-contact-twice";
  return undefined;
}

function areFewer<T>(list: ReadonlyArray<T>, keyOf: (one: T) => string): boolean {
  return new Set(list.map(keyOf)).size < list.length;
}

/** The places at work whose limits of confidence differ. Their words: guidance conf.workplace, in this order. */
export const variants = ["company", "between-companies", "university", "health", "public-service", "charity"] as const;
/** One of those places. */
export type Variant = (typeof variants)[number];

/** How many people and pairs stand where, as far as the next step depends on it. */
export interface Standing {
  readonly isDraft: boolean;
  /** How many contacts for concerns nobody has asked yet. */
  readonly contactsToAsk: number;
  readonly people: { readonly added: number; readonly invited: number; readonly enrolled: number };
  readonly pairs: { readonly proposed: number; readonly live: number; readonly leaving: number };
}

/** What a manager may do next: bring people, ask the contacts for concerns, do what comes before the first invitation, invite them, match them, wait for those invited or for answers, or nothing. */
export type NextStep = "people" | "contacts" | "launch" | "invite" | "match" | "join" | "answers" | "none";

/** Decides what comes next. Whoever takes part without a pair is worth a look at the matching, and that comes before all waiting. */
export function nextStep({ isDraft, contactsToAsk, people, pairs }: Standing): NextStep {
  const all = people.added + people.invited + people.enrolled;
  if (all === 0) return "people";
  // Contacts need days to make their keys, so they come before the rest of the checklist.
  if (isDraft) return contactsToAsk > 0 ? "contacts" : "launch";
  if (people.added > 0) return "invite";
  // Of a pair that somebody left, the other is still in it.
  if (people.enrolled - 2 * (pairs.live + pairs.proposed) - pairs.leaving >= 2) return "match";
  if (people.invited > 0) return "join";
  return pairs.proposed > 0 ? "answers" : "none";
}

/** Which setting shows in the log of changes under which word. */
const partOf = {
  name: "name",
  timing: "timing",
  variant: "limits",
  wording: "limits",
  contacts: "contacts",
  mayLikeAWord: "may-like-a-word",
  suggestionDays: "suggestion-days",
  leavingDays: "leaving-days",
} as const satisfies Readonly<Record<string, ChangePart>>;

/** What in the settings differs, for the log of changes. Values are compared as JSON. */
export function changedParts(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ReadonlyArray<ChangePart> {
  const differ = (key: string) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const parts = Object.entries(partOf).filter(([key]) => differ(key));
  return [...new Set(parts.map(([, part]) => part))];
}

/**
 * What a form saves: what was changed in it, and for the rest what counts now, which another manager may have changed since the form
 * was read. Values are compared as JSON.
 */
export function changedOnly<Settings extends Readonly<Record<string, unknown>>>(
  read: Settings,
  typed: Settings,
  now: Settings,
): Settings {
  const mine = Object.entries(typed).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(read[key]));
  return { ...now, ...Object.fromEntries(mine) };
}
