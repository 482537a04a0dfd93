/** People of a programme: what a manager may correct, and finding somebody among thousands. */
import type { Roles } from "../../../values/role.ts";
import { addressKey } from "../../../values/text.ts";

/**
 * Where somebody stands: in the list and not yet asked, asked, taking part, resting, not this time, gone. Open: the programme team, and
 * the person. "aside" is whoever starts later or has stepped back: the two are not told apart, and no reason is kept (P101).
 */
export type PersonState = "added" | "invited" | "enrolled" | "paused" | "aside" | "left";

/** What a manager can do about somebody's place: let them rest, go on, or go. People can do the same for themselves. */
export type PlaceAct = "pause" | "resume" | "leave" | "take-back";

/** What people can do about their own place beside that: not this time, and back again. Nobody can do it for them. */
export type OwnPlaceAct = Exclude<PlaceAct, "take-back"> | "step-back" | "come-back";

/** What finding and filtering look at. */
export interface Findable {
  readonly name: string;
  readonly callName: string;
  readonly email: string;
  readonly team: string;
  readonly site: string;
  readonly roles: Roles;
  readonly state: PersonState;
  /** Until when the newest invitation can be used; 0 where there is none, or where it was used. */
  readonly invitedUntil: number;
}

/** One state as lists show it: invitations that ran out stand for themselves. */
export type ShownState = PersonState | "expired";

/** What lists show of somebody's state; `now` in milliseconds. */
export function shownState({ state, invitedUntil }: Pick<Findable, "state" | "invitedUntil">, now: number): ShownState {
  return state === "invited" && invitedUntil > 0 && invitedUntil <= now ? "expired" : state;
}

/** What a list is narrowed down to; an empty word leaves everything. */
export interface Narrowing {
  readonly words: string;
  readonly state: ShownState | "";
  readonly role: "mentor" | "mentee" | "both" | "";
  readonly team: string;
}

/** The text that words are looked for in; made once a person, since lists are searched at each key press. */
export function searchText(person: Findable): string {
  return plain([person.name, person.callName, person.email, person.team, person.site].join("\n"));
}

/** The people that a narrowing leaves, in their order. Every word must be found; accents and case do not count. */
export function narrow<Person extends Findable>(
  people: ReadonlyArray<{ readonly person: Person; readonly text: string }>,
  { words, state, role, team }: Narrowing,
  now: number,
): ReadonlyArray<Person> {
  const parts = plain(words)
    .split(/\s+/)
    .filter((part) => part !== "");
  const found: Person[] = [];
  for (const { person, text } of people) {
    if (state !== "" && shownState(person, now) !== state) continue;
    if (role !== "" && !hasRole(person.roles, role)) continue;
    if (team !== "" && person.team !== team) continue;
    if (parts.every((part) => text.includes(part))) found.push(person);
  }
  return found;
}

function hasRole(roles: Roles, role: "mentor" | "mentee" | "both"): boolean {
  return role === "both" ? roles.length === 2 : roles.includes(role);
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * The state after an act; the same act again leaves it as it is, and `undefined` means that the act makes no sense.
 * Whoever left comes back by a new invitation, which they accept, or, within their days, as programme/leaving has it; whoever stepped
 * back, by their own word alone.
 * `wasEnrolled` tells whether they had finished joining.
 */
export function stateAfter(act: OwnPlaceAct, state: PersonState, wasEnrolled = true): PersonState | undefined {
  if (act === "leave") return "left";
  if (state === "added" || state === "left") return undefined;
  if (act === "step-back") return "aside";
  if (act === "come-back") return state !== "aside" ? state : wasEnrolled ? "enrolled" : "invited";
  if (state !== "enrolled" && state !== "paused") return undefined;
  return act === "pause" ? "paused" : "enrolled";
}

/** Why what is known of somebody cannot be changed like this. */
export type CorrectionRefusal = "own-manager" | "address-in-use" | "joined-with-this-address";

/** Decides whether facts can be kept, as far as they tell by themselves; `undefined` means that they can. */
export function refuseFacts(facts: {
  readonly email: string;
  readonly managerEmail: string;
}): "own-manager" | undefined {
  return facts.managerEmail !== "" && addressKey(facts.managerEmail) === addressKey(facts.email)
    ? "own-manager"
    : undefined;
}
