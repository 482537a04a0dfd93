import { signal, type Signal } from "@preact/signals";
import * as z from "zod/mini";
import { isDay } from "../../../values/day.ts";
import { plainLine } from "../../../values/text.ts";
import type { FieldFault } from "../../../web/ui/error-summary.tsx";
import { leastContacts, refuseProgramme, type Timing, type Variant } from "./rules.ts";
import { LinkedAddress, type ProgrammeFacts } from "./schema.ts";
import { fieldText, refusalText } from "./text.ts";

/** Somebody's name and address, while they are typed. */
export interface PersonDraft {
  readonly name: Signal<string>;
  readonly email: Signal<string>;
}

/** What set-up and settings ask about a programme, while it is typed. */
export interface ProgrammeDraft {
  readonly name: Signal<string>;
  readonly kind: Signal<"cohort" | "rolling" | "">;
  readonly startsOn: Signal<string>;
  readonly endsOn: Signal<string>;
  readonly variant: Signal<Variant | "">;
  readonly contacts: Signal<ReadonlyArray<PersonDraft>>;
  readonly contactsApart: Signal<boolean>;
}

/** Somebody as they stand now, or nobody yet. */
export function personDraft(known?: { readonly name: string; readonly email: string }): PersonDraft {
  return { name: signal(known?.name ?? ""), email: signal(known?.email ?? "") };
}

/** A draft, empty or with what stands now. */
export function draftOf(facts?: Omit<ProgrammeFacts, "programmeId" | "organisation">): ProgrammeDraft {
  const timing = facts?.timing;
  const known = facts?.contacts ?? [];
  return {
    name: signal(facts?.name ?? ""),
    kind: signal(timing?.kind ?? ""),
    startsOn: signal(timing?.kind === "cohort" ? timing.startsOn : ""),
    endsOn: signal(timing?.kind === "cohort" ? timing.endsOn : ""),
    variant: signal(facts?.variant ?? ""),
    contacts: signal(Array.from({ length: Math.max(leastContacts, known.length) }, (_, at) => personDraft(known[at]))),
    // It was declared when the contacts were named; whoever changes them declares it anew.
    contactsApart: signal(facts !== undefined),
  };
}

/** True for a line with something on it that may be kept. */
export const isLine = (text: string): boolean => z.safeParse(plainLine(120), text).success;
/** What to say of a line that cannot be kept: how long it is where it is too long, else what is asked for. */
export function lineFault(text: string, asked: string): string {
  const signs = Array.from(text.trim()).length;
  return signs > 120 ? fieldText.tooLong(signs) : asked;
}
/** True for an address. */
export const isAddress = (text: string): boolean => z.safeParse(LinkedAddress, text).success;

/** What keeps the name and the days from being sent; where `today` is given, a last day that is over does, too. */
export function timingFaults(
  { name, kind, startsOn, endsOn }: ProgrammeDraft,
  today?: string,
): ReadonlyArray<FieldFault> {
  const faults: FieldFault[] = [];
  if (!isLine(name.value)) faults.push({ id: "name", text: lineFault(name.value, fieldText.nameWrong) });
  if (kind.value === "") faults.push({ id: "kind", text: fieldText.timingWrong });
  if (kind.value !== "cohort") return faults;
  if (!isDay(startsOn.value)) faults.push({ id: "starts-on", text: fieldText.dayWrong });
  if (!isDay(endsOn.value)) faults.push({ id: "ends-on", text: fieldText.dayWrong });
  const timing = timingOf({ kind, startsOn, endsOn });
  const refused = timing && refuseProgramme({ timing, contacts: [] });
  if (refused) return [...faults, { id: "ends-on", text: refusalText[refused] }];
  const isOver = today !== undefined && isDay(endsOn.value) && endsOn.value < today;
  return isOver ? [...faults, { id: "ends-on", text: fieldText.dayOver }] : faults;
}

/** What keeps the kind of place from being sent. */
export function variantFaults({ variant }: ProgrammeDraft): ReadonlyArray<FieldFault> {
  return variant.value === "" ? [{ id: "variant", text: fieldText.variantWrong }] : [];
}

/** What keeps the contacts from being sent. */
export function contactFaults({
  contacts,
  contactsApart,
}: Pick<ProgrammeDraft, "contacts" | "contactsApart">): ReadonlyArray<FieldFault> {
  const faults: FieldFault[] = contacts.value.flatMap(({ name, email }, at) => [
    ...(isLine(name.value)
      ? []
      : [{ id: `contact-name-${at}`, text: lineFault(name.value, fieldText.nameOfContactWrong) }]),
    ...(isAddress(email.value) ? [] : [{ id: `contact-email-${at}`, text: fieldText.addressWrong }]),
  ]);
  const all = contactsOf({ contacts });
  const refused = faults.length === 0 ? refuseProgramme({ timing: { kind: "rolling" }, contacts: all }) : undefined;
  if (refused) faults.push({ id: `contact-email-${all.length - 1}`, text: refusalText[refused] });
  return contactsApart.value ? faults : [...faults, { id: "contacts-apart", text: fieldText.apartWrong }];
}

/** The days, once they can be sent. */
export function timingOf({
  kind,
  startsOn,
  endsOn,
}: Pick<ProgrammeDraft, "kind" | "startsOn" | "endsOn">): Timing | undefined {
  if (kind.value === "rolling") return { kind: "rolling" };
  const [from, to] = [startsOn.value, endsOn.value];
  return kind.value === "cohort" && isDay(from) && isDay(to)
    ? { kind: "cohort", startsOn: from, endsOn: to }
    : undefined;
}

/** The contacts as they are sent. */
export function contactsOf({ contacts }: Pick<ProgrammeDraft, "contacts">) {
  return contacts.value.map(({ name, email }) => ({ name: name.value, email: email.value }));
}

/** The fault of one field, if it has one. */
export function faultOf(faults: ReadonlyArray<FieldFault>, id: string): string | undefined {
  return faults.find((fault) => fault.id === id)?.text;
}
