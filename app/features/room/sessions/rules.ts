/**
 * Sessions: dates, and the four steps Prepare, Open, Talk, Close, which are the same for the whole relationship (P33).
 * The sealed items are the truth about dates; the open date on the server follows from them (programme/cadence).
 */
import type { Day } from "../../../values/day.ts";
import type { AccountId, SessionId } from "../../../values/id.ts";
import { type Instant, later, minute } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** When two people meet. */
export interface Slot {
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
  /** The zone in which the time was chosen (IANA name): a change of zone rules moves the instant, not the hour on the clock. */
  readonly timeZone: string;
}

/** How they meet. */
export type WayKind = "in-person" | "phone" | "video" | "writing";

/** How and where: a place, a number or a link. */
export interface Way {
  readonly kind: WayKind;
  readonly where: string;
}

/** The steps that both share; Prepare is each one's own. */
export type SharedStep = "open" | "talk" | "close";

/** A weekly or longer slot that comes round. */
export interface FixedSlot {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minutes: number;
  readonly timeZone: string;
  readonly everyDays: number;
  readonly lengthMinutes: number;
}

/** A session is offered (up to three slots wait for an answer), planned, then closed or cancelled. */
export type SessionStanding = "offered" | "planned" | "closed" | "cancelled";

/** One session. Sealed: the two. */
export interface Session {
  readonly id: SessionId;
  readonly standing: SessionStanding;
  /** Who offered the slots. */
  readonly by: AccountId;
  readonly offers: ReadonlyArray<Slot>;
  readonly plan: Slot | undefined;
  readonly way: Way | undefined;
  /** A short note that came with the offer. */
  readonly note: string;
  /** Rises with each change of time or place: SEQUENCE of the calendar entry. */
  readonly sequence: number;
  /** What each would like to talk about. */
  readonly topics: Readonly<Record<AccountId, string>>;
  /** Whose topic is one that is not going to plan (P17, P87). */
  readonly concerns: ReadonlyArray<AccountId>;
  /** Where the two are, while it lasts. */
  readonly step: SharedStep | undefined;
  /** One sentence each. */
  readonly takeaways: Readonly<Record<AccountId, string>>;
  /** How the session was for someone, where they chose to share it (P83). It is added up nowhere. */
  readonly words: Readonly<Record<AccountId, SessionWord>>;
  /** Minutes that someone said they will be late, by person. Nothing is kept of it after the session. */
  readonly late: Readonly<Record<AccountId, number>>;
  /** The day on which they met, once closed. */
  readonly metOn: Day | undefined;
}

/** All sessions in the order in which they came up, and the slot that comes round. */
export interface SessionsState {
  readonly all: ReadonlyArray<Session>;
  readonly fixedSlot: FixedSlot | undefined;
  /** What each would like to talk about next, while no date is there; the next session takes it along (P79). */
  readonly topicsAhead: Readonly<Record<AccountId, string>>;
}

/** Up to three slots to choose from. */
export type SessionOffered = Opened<
  "sessions.offered",
  {
    readonly sessionId: SessionId;
    readonly slots: ReadonlyArray<Slot>;
    readonly way?: Way | undefined;
    readonly note: string;
  }
>;
/** A date stands: chosen from an offer, named at Close, or taken from the fixed slot. */
export type SessionPlanned = Opened<
  "sessions.planned",
  { readonly sessionId: SessionId; readonly slot: Slot; readonly way?: Way | undefined }
>;
/** It moves. No reason is asked for (P13). */
export type SessionMoved = Opened<
  "sessions.moved",
  { readonly sessionId: SessionId; readonly slot: Slot; readonly way?: Way | undefined }
>;
/** It does not happen. No reason is asked for. */
export type SessionCancelled = Opened<"sessions.cancelled", { readonly sessionId: SessionId }>;
/** "A few minutes late" (P24). */
export type SessionLate = Opened<"sessions.late", { readonly sessionId: SessionId; readonly minutes: number }>;
/** What the author would like to talk about, marked where it is not going to plan; an empty text takes it back. */
export type SessionTopic = Opened<
  "sessions.topic",
  { readonly sessionId: SessionId; readonly text: string; readonly concern?: boolean | undefined }
>;
/** How a session was for someone. */
export const sessionWords = ["helped", "partly", "not-today"] as const;
/** How a session was for someone. */
export type SessionWord = (typeof sessionWords)[number];
/** The author shares how it was for them. */
export type WordShared = Opened<"sessions.word", { readonly sessionId: SessionId; readonly word: SessionWord }>;
/** A topic for the next session, written while there is none; an empty text takes it back. */
export type TopicAhead = Opened<"sessions.topic-ahead", { readonly text: string }>;
/** The two go to another step, so that a second screen can follow. */
export type SessionStepped = Opened<"sessions.stepped", { readonly sessionId: SessionId; readonly step: SharedStep }>;
/** One sentence that the person takes along (P84); whoever leads may write it for the other, in their name. */
export type SessionTakeaway = Opened<
  "sessions.takeaway",
  { readonly sessionId: SessionId; readonly of: AccountId; readonly text: string }
>;
/** It was not held after all: closed too early, or noted by mistake. */
export type SessionReopened = Opened<"sessions.reopened", { readonly sessionId: SessionId }>;
/** It is over. */
export type SessionClosed = Opened<"sessions.closed", { readonly sessionId: SessionId; readonly metOn: Day }>;
/** "We met on…": a session that was never planned here. */
export type SessionMet = Opened<"sessions.met", { readonly sessionId: SessionId; readonly metOn: Day }>;
/** A slot that comes round (P32). */
export type FixedSlotChosen = Opened<"sessions.fixed-slot", { readonly slot: FixedSlot | null }>;

/** Whatever happens to sessions. */
export type SessionEvent =
  | SessionOffered
  | SessionPlanned
  | SessionMoved
  | SessionCancelled
  | SessionLate
  | SessionTopic
  | SessionStepped
  | SessionTakeaway
  | WordShared
  | SessionClosed
  | SessionReopened
  | SessionMet
  | TopicAhead
  | FixedSlotChosen;

/** Folds sessions. */
export const sessions: Slice<SessionsState, SessionEvent> = {
  name: "sessions",
  initial: { all: [], fixedSlot: undefined, topicsAhead: {} },
  reduce(state, opened) {
    if (opened.type === "sessions.fixed-slot") return { ...state, fixedSlot: opened.payload.slot ?? undefined };
    if (opened.type === "sessions.topic-ahead")
      return { ...state, topicsAhead: { ...state.topicsAhead, [opened.author]: opened.payload.text } };
    const before = state.all.find(({ id }) => id === opened.payload.sessionId);
    const after = before ? change(before, opened) : begin(opened);
    if (!after || after === before) return state;
    return before ? replaced(state, before, after) : added(state, after);
  },
};

/** A session that is still to come takes the topics along that were written before it was there. */
function added(state: SessionsState, session: Session): SessionsState {
  if (session.standing === "closed") return { ...state, all: [...state.all, session] };
  return { ...state, all: [...state.all, { ...session, topics: state.topicsAhead }], topicsAhead: {} };
}

/** The topics of a session that will not happen wait for the next one. */
function replaced(state: SessionsState, before: Session, after: Session): SessionsState {
  const all = state.all.map((one) => (one === before ? after : one));
  if (after.standing !== "cancelled" || before.standing === "cancelled") return { ...state, all };
  return { ...state, all, topicsAhead: { ...before.topics, ...state.topicsAhead } };
}

/** What happens to one session. */
type OfOneSession = Exclude<SessionEvent, FixedSlotChosen | TopicAhead>;

const blank = {
  offers: [],
  plan: undefined,
  way: undefined,
  note: "",
  sequence: 0,
  topics: {},
  concerns: [],
  step: undefined,
  takeaways: {},
  words: {},
  late: {},
  metOn: undefined,
} as const;

function begin(opened: OfOneSession): Session | undefined {
  const base: Session = { ...blank, id: opened.payload.sessionId, by: opened.author, standing: "offered" };
  if (opened.type === "sessions.offered" || opened.type === "sessions.planned") return change(base, opened);
  if (opened.type === "sessions.met") return { ...base, standing: "closed", metOn: opened.payload.metOn };
  return undefined;
}

function change(session: Session, opened: OfOneSession): Session {
  const over = session.standing === "closed" || session.standing === "cancelled";
  if (opened.type === "sessions.word")
    return { ...session, words: { ...session.words, [opened.author]: opened.payload.word } };
  if (opened.type === "sessions.takeaway") return withTakeaway(session, over, opened);
  if (over) return opened.type === "sessions.reopened" ? reopened(session) : session;
  switch (opened.type) {
    case "sessions.topic":
      return withTopic(session, opened);
    case "sessions.late":
      return { ...session, late: { ...session.late, [opened.author]: opened.payload.minutes } };
    case "sessions.stepped":
      return { ...session, step: opened.payload.step };
    case "sessions.closed":
      return { ...session, standing: "closed", metOn: opened.payload.metOn, step: undefined, late: {} };
    case "sessions.cancelled":
      return { ...session, standing: "cancelled", sequence: session.sequence + 1 };
    case "sessions.offered": {
      const { slots: offers, way = session.way, note } = opened.payload;
      return { ...session, standing: "offered", by: opened.author, offers, way, note };
    }
    case "sessions.planned":
    case "sessions.moved":
      return plan(session, opened.payload.slot, opened.payload.way);
    default:
      return session;
  }
}

/** What was planned stands again as it was; what was only noted goes. */
function reopened(session: Session): Session {
  if (session.standing !== "closed") return session;
  return { ...session, standing: session.plan ? "planned" : "cancelled", metOn: undefined };
}

function withTopic(session: Session, { author, payload }: SessionTopic): Session {
  const others = session.concerns.filter((who) => who !== author);
  return {
    ...session,
    topics: { ...session.topics, [author]: payload.text },
    concerns: payload.concern && payload.text !== "" ? [...others, author] : others,
  };
}

/** What somebody takes along is theirs to say. The other may write it first, until the session is over, and no more once it stands. */
function withTakeaway(session: Session, isOver: boolean, { author, payload: { of, text } }: SessionTakeaway): Session {
  const mayTell = author === of || (!isOver && session.takeaways[of] === undefined);
  return mayTell ? { ...session, takeaways: { ...session.takeaways, [of]: text } } : session;
}

function plan(session: Session, slot: Slot, way: Way | undefined): Session {
  return {
    ...session,
    standing: "planned",
    plan: slot,
    way: way ?? session.way,
    sequence: session.plan ? session.sequence + 1 : session.sequence,
    offers: [],
    late: {},
  };
}

/** When a planned session ends. */
export function endsAt(slot: Slot): Instant {
  return later(slot.startsAt, slot.lengthMinutes * minute);
}

/** The next session that has not ended: what the server must know for reminders. */
export function nextPlanned(state: SessionsState, now: Instant): Slot | undefined {
  return state.all
    .flatMap(({ standing, plan: slot }) => (standing === "planned" && slot && endsAt(slot) > now ? [slot] : []))
    .toSorted((a, b) => a.startsAt - b.startsAt)[0];
}

/** The offer that waits for an answer, the newest. */
export function waitingOffer(state: SessionsState): Session | undefined {
  return state.all.findLast(({ standing }) => standing === "offered");
}

/** Sessions that took place, in the order of their days. */
export function closedSessions(state: SessionsState): ReadonlyArray<Session & { readonly metOn: Day }> {
  return state.all
    .flatMap((session) =>
      session.standing === "closed" && session.metOn ? [{ ...session, metOn: session.metOn }] : [],
    )
    .toSorted((a, b) => (a.metOn < b.metOn ? -1 : a.metOn > b.metOn ? 1 : 0));
}

/** The days on which the two met, each once, in order: what the server must know for the rhythm. */
export function heldDays(state: SessionsState): ReadonlyArray<Day> {
  return [...new Set(closedSessions(state).map(({ metOn }) => metOn))];
}

/** The last session that took place, with what each took along. */
export function lastClosed(state: SessionsState): (Session & { readonly metOn: Day }) | undefined {
  return closedSessions(state).at(-1);
}
