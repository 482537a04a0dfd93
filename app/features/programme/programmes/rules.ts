/** Decisions about a programme's own facts. The form asks them before it sends, the server before it stores. */
import type { Day } from "../../../values/day.ts";
import { addressKey } from "../../../values/text.ts";

/** A cohort has a first and a last day; a rolling programme goes on. */
export type Timing =
  | { readonly kind: "cohort"; readonly startsOn: Day; readonly endsOn: Day }
  | { readonly kind: "rolling" };

/** Somebody to whom people turn with a concern. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** Why a programme cannot be kept as it is. `text.ts` has one sentence for each. */
export type ProgrammeRefusal = "ends-before-it-starts" | "same-contact-twice";

/** What the rules look at. */
export interface ProgrammeFacts {
  readonly timing: Timing;
  /** Two people, neither of whom reports to the other. */
  readonly contacts: ReadonlyArray<Contact>;
}

/** Decides whether a programme may be kept; `undefined` means that it may. */
export function refuseProgramme({ timing, contacts }: ProgrammeFacts): ProgrammeRefusal | undefined {
  if (timing.kind === "cohort" && timing.endsOn <= timing.startsOn) return "ends-before-it-starts";
  if (new Set(contacts.map(({ email }) => addressKey(email))).size < contacts.length) return "same-contact-twice";
  return undefined;
}

/** The places at work whose limits of confidence differ. Their words: guidance conf.workplace, in this order. */
export const variants = ["company", "between-companies", "university", "health", "public-service", "charity"] as const;
/** One of those places. */
export type Variant = (typeof variants)[number];
