/** Which cards a session shows to whom, and in which order (P67, P89). */

/** A card of Talk. Each has the name of its text, or of the part of the room that it opens. */
export const talkCardNames = [
  "limits",
  "first.strengths",
  "first.anyquestion",
  "first.trust",
  "hopes",
  "scope",
  "rhythm",
  "session.talk",
  "listen.validate",
  "ask.bank",
  "listen.wait",
  "listen.unsaid",
  "listen.basics",
  "mentee.lead",
  "listen.restate",
  "talk.halfway",
  "common-ground",
  "context",
  "goals",
  "manual",
  "part",
] as const;
/** The name of a card of Talk. */
export type TalkCardName = (typeof talkCardNames)[number];

/** What decides which cards Talk shows. */
export interface TalkPlace {
  readonly role: "mentor" | "mentee";
  /** How many sessions were closed before this one. */
  readonly held: number;
  /** True until this reader has marked the limits as talked about. */
  readonly needsLimits: boolean;
  /** True where a topic of this session is not going to plan. */
  readonly isConcern: boolean;
  readonly hasPartLeft: boolean;
  /** True until both cards of hopes and worries were turned over. */
  readonly needsHopes: boolean;
  /** True until this reader has written how they like feedback. */
  readonly needsManual: boolean;
  /** Cards that this reader wants no more. */
  readonly hidden: ReadonlyArray<string>;
}

/** What stands on the first agenda whatever anyone hides: the limits, and what trust means to each (P09, P89). */
const always: ReadonlySet<TalkCardName> = new Set([
  "limits",
  "first.trust",
  "scope",
  "rhythm",
  "hopes",
  "goals",
  "part",
]);

/** The cards on listening, which somebody may hide together, once for good. */
const onListening: ReadonlySet<TalkCardName> = new Set([
  "session.talk",
  "listen.validate",
  "listen.wait",
  "listen.unsaid",
  "listen.basics",
  "mentee.lead",
  "listen.restate",
  "talk.halfway",
]);
/** The name under which all cards on listening are hidden. */
export const listening = "listening";

/** True for a card that goes with all others on listening. */
export function isOnListening(name: TalkCardName): boolean {
  return onListening.has(name);
}

/** The cards of Talk in their order: the first agenda in the first meeting, then listen, ask, and only then advise (P67). */
export function talkCards(place: TalkPlace): ReadonlyArray<TalkCardName> {
  const { hidden } = place;
  const isHidden = (name: TalkCardName) =>
    hidden.includes(name) || (onListening.has(name) && hidden.includes(listening));
  return cardsOf(place).filter((name) => always.has(name) || !isHidden(name));
}

function cardsOf(place: TalkPlace): ReadonlyArray<TalkCardName> {
  return place.held === 0 ? firstAgenda(place) : laterCards(place);
}

/** Which card of the first agenda this is, the same on both screens; `undefined` for what its reader has alone, and in later sessions. */
export function numberOf(
  name: TalkCardName,
  place: TalkPlace,
): { readonly at: number; readonly all: number } | undefined {
  if (place.held > 0) return undefined;
  const ofBoth = firstAgenda({ ...place, role: "mentee" });
  const at = ofBoth.indexOf(name);
  return at < 0 ? undefined : { at: at + 1, all: ofBoth.length };
}

function firstAgenda({ role, needsHopes }: TalkPlace): ReadonlyArray<TalkCardName> {
  return [
    "limits",
    "first.strengths",
    ...(role === "mentor" ? (["first.anyquestion"] as const) : []),
    "first.trust",
    ...(needsHopes ? (["hopes"] as const) : []),
    "scope",
    "rhythm",
    "listen.restate",
  ];
}

function laterCards(place: TalkPlace): ReadonlyArray<TalkCardName> {
  const { role, held, isConcern, hasPartLeft, needsLimits, needsManual } = place;
  const isMentor = role === "mentor";
  return [
    ...(needsLimits ? (["limits"] as const) : []),
    "session.talk",
    ...(isMentor && isConcern ? (["listen.validate"] as const) : []),
    ...(isMentor ? (["listen.wait"] as const) : (["mentee.lead"] as const)),
    "ask.bank",
    ...(isMentor ? (["listen.unsaid"] as const) : (["listen.basics"] as const)),
    "listen.restate",
    "talk.halfway",
    ...(held === 1 ? secondSession(place) : []),
    ...(held === 2 && needsManual ? (["manual"] as const) : []),
    ...(hasPartLeft ? (["part"] as const) : []),
  ];
}

const firstThemes = ["ask.support", "ask.road", "ask.notplan", "ask.us"] as const;

/** What does not fit into the first hour (session.firstfour). */
function secondSession({ role, needsHopes }: TalkPlace): ReadonlyArray<TalkCardName> {
  return [
    ...(needsHopes ? (["hopes"] as const) : []),
    "common-ground",
    ...(role === "mentee" ? (["context"] as const) : []),
    "goals",
  ];
}

/** The theme with which the bank opens: the road here, then what is not going to plan, then about us (session.firstfour). */
export function themeOfSession(held: number): (typeof firstThemes)[number] {
  return firstThemes[held] ?? "ask.support";
}

/** One of a list for each session, so that nobody meets the same every time. */
export function ofSession<T>(list: ReadonlyArray<T>, held: number): T | undefined {
  return list[held % Math.max(1, list.length)];
}
