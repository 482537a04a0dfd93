import { effect, signal, type Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import * as z from "zod/mini";
import { ownZone } from "../../../web/client/format.ts";
import type { FieldFault } from "../../../web/ui/error-summary.tsx";
import { keepTyped, type ProfileSaving, readTyped } from "./api.ts";
import { readAvailability, refuseWindow, type Weekday, writeAvailability } from "./availability/rules.ts";
import { limitsOf, missingFrom, overlong, type ProfileField, type SetbackReaders } from "./rules.ts";
import { type MyPlace, SaveProfile } from "./schema.ts";
import { missingText, text } from "./text.ts";

/** Hours while they are chosen. */
export interface HoursEntry {
  readonly key: number;
  /** Days as "1" to "7", Monday first. */
  readonly days: Signal<ReadonlyArray<string>>;
  readonly from: Signal<string>;
  readonly to: Signal<string>;
}

/** Everything of a profile while it is typed. */
export interface ProfileForm {
  readonly callName: Signal<string>;
  readonly name: Signal<string>;
  readonly team: Signal<string>;
  readonly site: Signal<string>;
  readonly level: Signal<string>;
  readonly managerEmail: Signal<string>;
  readonly topics: Signal<ReadonlyArray<string>>;
  /** Where each topic was learned; a topic that was taken away keeps its line, in case it comes back. */
  readonly learned: Map<string, Signal<string>>;
  readonly limits: Signal<ReadonlyArray<string>>;
  readonly decidesAbout: Signal<ReadonlyArray<string>>;
  readonly wishes: Signal<ReadonlyArray<string>>;
  readonly languages: Signal<ReadonlyArray<string>>;
  readonly timeZone: Signal<string>;
  readonly hours: Signal<ReadonlyArray<HoursEntry>>;
  readonly capacity: Signal<string>;
  readonly why: Signal<string>;
  readonly setback: Signal<string>;
  readonly setbackReaders: Signal<SetbackReaders | "">;
}

let keys = 0;

/** The line on where a topic was learned. */
export function learnedOf({ learned }: Pick<ProfileForm, "learned">, topic: string): Signal<string> {
  const known = learned.get(topic);
  if (known) return known;
  const made = signal("");
  learned.set(topic, made);
  return made;
}

/** A line for more hours. */
export function hoursEntry(days: ReadonlyArray<number> = [1, 2, 3, 4, 5], from = "12:00", to = "14:00"): HoursEntry {
  keys += 1;
  return { key: keys, days: signal(days.map(String)), from: signal(from), to: signal(to === "24:00" ? "00:00" : to) };
}

function formOf({ callName, about, profile }: ProfileSaving): ProfileForm {
  const windows = readAvailability(profile.availability) ?? [];
  return {
    callName: signal(callName),
    name: signal(about.name),
    team: signal(about.team),
    site: signal(about.site),
    level: signal(about.level === null ? "" : String(about.level)),
    managerEmail: signal(about.managerEmail),
    topics: signal(profile.helpWith.map(({ topic }) => topic)),
    learned: new Map(profile.helpWith.map(({ topic, learned }) => [topic, signal(learned)])),
    limits: signal(profile.limits),
    decidesAbout: signal(profile.decidesAbout),
    wishes: signal(profile.wishes),
    languages: signal(profile.languages),
    // Most people are where their device is; whoever is not chooses another one.
    timeZone: signal(profile.timeZone || ownZone()),
    hours: signal(windows.map(({ days, from, to }) => hoursEntry(days, from, to))),
    capacity: signal(String(profile.capacity)),
    why: signal(profile.why),
    setback: signal(profile.setback),
    setbackReaders: signal<SetbackReaders | "">(profile.setbackReaders),
  };
}

/** What is typed, in the shape in which it is saved. Lines without a topic are left out. */
export function readForm(form: ProfileForm): ProfileSaving {
  const level = form.level.value.trim();
  return {
    callName: form.callName.value.trim(),
    about: {
      name: form.name.value.trim(),
      team: form.team.value.trim(),
      site: form.site.value.trim(),
      level: /^-?\d{1,4}$/.test(level) ? Number(level) : null,
      managerEmail: form.managerEmail.value.trim(),
    },
    profile: {
      helpWith: form.topics.value.map((topic) => ({ topic, learned: learnedOf(form, topic).value.trim() })),
      limits: [...form.limits.value],
      decidesAbout: [...form.decidesAbout.value],
      wishes: [...form.wishes.value],
      languages: [...form.languages.value],
      timeZone: form.timeZone.value,
      availability: writeAvailability(windowsOf(form).filter((window) => refuseWindow(window) === undefined)),
      capacity: capacityOf(form) ?? 0,
      why: form.why.value.trim(),
      setback: form.setback.value.trim(),
      setbackReaders: form.setbackReaders.value || "pair",
    },
  };
}

function windowsOf(form: ProfileForm) {
  return form.hours.value.map(({ days, from, to }) => ({
    days: days.value.flatMap((day): ReadonlyArray<Weekday> => weekdayOf(day)),
    from: from.value,
    to: to.value === "00:00" ? "24:00" : to.value,
  }));
}

function weekdayOf(day: string): ReadonlyArray<Weekday> {
  const found = ([1, 2, 3, 4, 5, 6, 7] as const).find((each) => String(each) === day);
  return found === undefined ? [] : [found];
}

function capacityOf(form: ProfileForm): number | undefined {
  const typed = form.capacity.value.trim();
  const places = typed === "" ? 0 : Number(typed);
  return Number.isInteger(places) && places >= 0 && places <= limitsOf.places ? places : undefined;
}

/** The form of a place: with what was typed and not saved the last time, where there is any. */
export function useProfileForm(place: MyPlace): ProfileForm {
  const [form] = useState(() => {
    const typed = readSaving(readTyped(place.participantId));
    return formOf(typed ?? { callName: place.callName, about: place.about, profile: place.profile });
  });
  useEffect(() => {
    let isFirst = true;
    return effect(() => {
      const typed = JSON.stringify(readForm(form));
      // Only what somebody has changed is worth keeping.
      if (!isFirst) keepTyped(place.participantId, typed);
      isFirst = false;
    });
  }, [form, place.participantId]);
  return form;
}

function readSaving(typed: string | undefined): ProfileSaving | undefined {
  if (typed === undefined) return undefined;
  try {
    const read = z.safeParse(Draft, JSON.parse(typed));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

// A draft may be half typed: a name that is still empty is no reason to lose the rest.
const Draft = z.strictObject({
  ...SaveProfile.body.shape,
  about: z.object({
    name: z.string(),
    team: z.string(),
    site: z.string(),
    level: z.nullable(z.number()),
    managerEmail: z.string(),
  }),
});

/** The parts of the form; each is asked for by itself while one joins. */
export type FormPart = "name" | "offer" | "hours";

/** Where a field stands: in which part, and under which id. */
const placeOfField: Partial<Readonly<Record<ProfileField, readonly [FormPart, string]>>> = {
  callName: ["name", "callName"],
  name: ["name", "name"],
  team: ["name", "team"],
  site: ["name", "site"],
  helpWith: ["offer", "help-with"],
  limits: ["offer", "limits"],
  decidesAbout: ["offer", "decides-about"],
  wishes: ["offer", "wishes"],
  why: ["offer", "why"],
  setback: ["offer", "setback"],
  languages: ["hours", "languages"],
};

/** What is longer than it is kept. */
function overlongIn(saving: ProfileSaving, parts: ReadonlyArray<FormPart>): ReadonlyArray<FieldFault> {
  return overlong(saving).flatMap(({ field, most }) => {
    const [part, id] = placeOfField[field] ?? [];
    return part && id && parts.includes(part) ? [{ id, text: text.tooLong(most) }] : [];
  });
}

/** What must be corrected or filled in, part by part. */
export function faultsOf(form: ProfileForm, place: MyPlace, parts: ReadonlyArray<FormPart>): ReadonlyArray<FieldFault> {
  const faults: FieldFault[] = [];
  const saving = readForm(form);
  const missing = missingFrom(saving.profile, place.roles);
  const miss = (id: (typeof missing)[number]) => missing.includes(id) && faults.push({ id, text: missingText[id] });
  if (parts.includes("name")) {
    if (saving.about.name === "") faults.push({ id: "name", text: text.nameMissing });
    if (!/^(?:-?\d{1,4})?$/.test(form.level.value.trim())) faults.push({ id: "level", text: text.levelWrong });
    if (!SaveProfile.body.shape.about.shape.managerEmail.safeParse(saving.about.managerEmail).success)
      faults.push({ id: "managerEmail", text: text.emailWrong });
  }
  if (parts.includes("offer")) {
    miss("help-with");
    miss("wishes");
    miss("why");
  }
  if (parts.includes("hours")) {
    miss("languages");
    miss("time-zone");
    form.hours.value.forEach(({ key }, at) => {
      const window = windowsOf(form)[at];
      const refused = window && refuseWindow(window);
      if (refused)
        faults.push({ id: `hours-${key}`, text: refused === "no-day" ? text.windowNoDay : text.windowWrong });
    });
    if (place.roles.includes("mentor") && capacityOf(form) === undefined)
      faults.push({ id: "capacity", text: text.capacityWrong });
  }
  return [...faults, ...overlongIn(saving, parts)];
}
