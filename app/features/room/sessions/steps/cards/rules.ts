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
  /** True once both marked the limits and the first parts stand. */
  readonly isSetUp: boolean;
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

/** The cards of Talk in their order: the first agenda until the room is set up, then listen, ask, and only then advise (P67). */
export function talkCards(place: TalkPlace): ReadonlyArray<TalkCardName> {
  const all = place.isSetUp || place.held >= 4 ? laterCards(place) : firstAgenda(place);
  return all.filter((name) => always.has(name) || !place.hidden.includes(name));
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

function laterCards({ role, held, isConcern, hasPartLeft, needsManual }: TalkPlace): ReadonlyArray<TalkCardName> {
  const isMentor = role === "mentor";
  return [
    "session.talk",
    ...(isMentor && isConcern ? (["listen.validate"] as const) : []),
    ...(isMentor ? (["listen.wait"] as const) : (["mentee.lead"] as const)),
    "ask.bank",
    ...(isMentor ? (["listen.unsaid"] as const) : (["listen.basics"] as const)),
    "listen.restate",
    "talk.halfway",
    ...(held === 1 ? secondSession(role) : []),
    ...(held === 2 && needsManual ? (["manual"] as const) : []),
    ...(hasPartLeft ? (["part"] as const) : []),
  ];
}

const firstThemes = ["ask.support", "ask.road", "ask.notplan", "ask.us"] as const;

/** What does not fit into the first hour (session.firstfour). */
function secondSession(role: TalkPlace["role"]): ReadonlyArray<TalkCardName> {
  return ["common-ground", ...(role === "mentee" ? (["context"] as const) : []), "goals"];
}

/** The theme with which the bank opens: the road here, then what is not going to plan, then about us (session.firstfour). */
export function themeOfSession(held: number): (typeof firstThemes)[number] {
  return firstThemes[held] ?? "ask.support";
}

/** One of a list for each session, so that nobody meets the same every time. */
export function ofSession<T>(list: ReadonlyArray<T>, held: number): T | undefined {
  return list[held % Math.max(1, list.length)];
}
