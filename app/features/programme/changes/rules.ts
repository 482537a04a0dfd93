/** What a change by a manager can be, whom it concerns, and how repeats are drawn together. */
import type { Day } from "../../../values/day.ts";

/** Every change that managers make. A new operation of theirs adds its own here; `text.ts` has its words. */
export const changeActs = [
  "settings-changed",
  "person-added",
  "people-imported",
  "facts-corrected",
  "vouched",
  "set-to-rest",
  "set-to-go-on",
  "set-to-left",
  "left-taken-back",
  "person-removed",
  "invited",
  "invitation-extended",
  "existing-pair-taken-back",
  "draft-made",
  "draft-accepted",
  "criteria-changed",
  "suggested",
  "contacts-asked",
  "launch-point-changed",
  "launched",
  "end-set",
  "end-taken-back",
  "next-made",
  "reminded",
  "ask-taken",
  "ask-answered",
  "manager-invited",
  "manager-invitation-withdrawn",
  "manager-joined",
  "manager-appointed",
  "manager-removed",
  "manager-left",
] as const;
/** What a change was. */
export type ChangeAct = (typeof changeActs)[number];

/** What a change of settings or criteria can touch; never what stood there before or after. */
export const changeParts = [
  "name",
  "timing",
  "limits",
  "contacts",
  "may-like-a-word",
  "suggestion-days",
  "leaving-days",
  "organisation",
  "matching-rules",
  "matching-points",
] as const;
/** What a change of settings or criteria touched. */
export type ChangePart = (typeof changeParts)[number];

/** Changes of the programme itself: they concern everyone who takes part. */
export const actsForEveryone = [
  "settings-changed",
  "criteria-changed",
  "end-set",
  "end-taken-back",
  "manager-joined",
  "manager-appointed",
  "manager-removed",
  "manager-left",
] as const satisfies ReadonlyArray<ChangeAct>;

/** What two entries are compared by. */
export interface Entry {
  readonly act: ChangeAct;
  readonly by: string;
  readonly parts: ReadonlyArray<ChangePart>;
  readonly about: ReadonlyArray<string>;
  readonly others: number;
}

/** Entries without those that say again what stands above them on the same day. */
export function withoutRepeats<E extends Entry>(entries: ReadonlyArray<E>, dayOf: (entry: E) => Day): ReadonlyArray<E> {
  const keyOf = (entry: E) =>
    JSON.stringify([dayOf(entry), entry.act, entry.by, entry.parts, entry.about, entry.others]);
  return entries.filter((entry, at) => {
    const above = entries[at - 1];
    return above === undefined || keyOf(above) !== keyOf(entry);
  });
}
