/**
 * Which one nudge is due for me today, worked out on this device from the room, my own log and open facts (5.2).
 * Nothing here is told to the other or to a programme, and nothing counts what somebody did not do.
 */
import { addDays, type Day, daysBetween, dayIn } from "../../../values/day.ts";
import type { AccountId, LogId } from "../../../values/id.ts";
import { dayLength, type Instant } from "../../../values/instant.ts";
import { nextReview } from "../../programme/gaps/rules.ts";
import { isQuietHour } from "../agreement/quiet/now/rules.ts";
import type { AgreementState } from "../agreement/rules.ts";
import { type ChoicesState, isMuted } from "../choices/rules.ts";
import { type Commitment, type CommitmentsState, openCommitments } from "../commitments/rules.ts";
import { type EndingState, isLastTalkHeld } from "../ending/rules.ts";
import { type FeedbackState, upwardDue } from "../feedback/rules.ts";
import { type GoalsState, type OwnGoalsState, toCelebrate } from "../goals/rules.ts";
import { needsReview, type ReviewsState } from "../reviews/rules.ts";
import { closedSessions, heldDays, type Session, type SessionsState } from "../sessions/rules.ts";
import { currentSession } from "../sessions/steps/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";
import type { Role } from "../../../values/role.ts";

/** The kinds of nudges, the most pressing first; each has its words in content/en/nudges.md and can be muted by itself. */
export const nudgeKinds = [
  "gap",
  "ending",
  "commitment",
  "topic",
  "celebrate",
  "review",
  "feedback",
  "checkin",
] as const;
/** One kind of nudge. */
export type NudgeKind = (typeof nudgeKinds)[number];

/** The longest name of a nudge, in signs. */
export const longestKey = 120;

/** A nudge was shown: so that no other comes on that day, on any device of mine. */
export type NudgeShown = Opened<"nudges.shown", { readonly day: Day; readonly nudge: string }>;
/** "Not now": this one comes no more. */
export type NudgePassed = Opened<"nudges.passed", { readonly nudge: string }>;

/** What I keep of nudges. Sealed: their owner alone. */
export interface NudgesState {
  readonly last: { readonly day: Day; readonly nudge: string } | undefined;
  /** The last few that I passed on. */
  readonly passed: ReadonlyArray<string>;
}

const mostPassed = 40;

/** Folds nudges. */
export const nudges: Slice<NudgesState, NudgeShown | NudgePassed> = {
  name: "nudges",
  initial: { last: undefined, passed: [] },
  reduce(state, opened) {
    if (opened.type === "nudges.shown") return { ...state, last: opened.payload };
    const { nudge } = opened.payload;
    return { ...state, passed: [...state.passed.filter((each) => each !== nudge), nudge].slice(-mostPassed) };
  },
};

/** What a room's nudges follow from. */
export interface NudgeFacts {
  readonly roomId: LogId;
  readonly me: AccountId;
  readonly role: Role;
  readonly isLive: boolean;
  readonly room: {
    readonly agreement: AgreementState;
    readonly commitments: CommitmentsState;
    readonly ending: EndingState;
    readonly feedback: FeedbackState;
    readonly goals: GoalsState;
    readonly reviews: ReviewsState;
    readonly sessions: SessionsState;
  };
  readonly own: { readonly choices: ChoicesState; readonly goals: OwnGoalsState; readonly nudges: NudgesState };
  readonly open: { readonly asksMe: boolean; readonly endsOn: Day | null; readonly mayLikeAWord?: boolean };
  readonly now: Instant;
  readonly timeZone: string;
}

/** A nudge that is due. `key` names this very one: passed on, it does not come again. */
export interface Nudge {
  readonly kind: NudgeKind;
  readonly key: string;
  readonly roomId: LogId;
  readonly commitment?: Commitment;
  readonly session?: Session;
  /** True while the programme reads "may like a word": the two read that it does. */
  readonly mayLikeAWord?: boolean;
}

/** Commitments and topics are asked about two days before. */
const daysBefore = 2;
/** A review waits for a week, a feedback and a check-in for two days. */
const reviewWaits = 7;
const shortlyWaits = 2;
/** Sessions nearer than this need no word between. */
const shortestBetween = 6;

const todayOf = ({ now, timeZone }: NudgeFacts) => dayIn(now, timeZone);
const isWithin = (today: Day, from: Day, days: number) => today >= from && today < addDays(from, days);

/** The day midway between the last session and the next; without a next one, the agreed rhythm says when it would be. */
export function midway({ room }: NudgeFacts, now: Instant, timeZone: string): Day | undefined {
  const last = heldDays(room.sessions).toSorted().at(-1);
  const next = currentSession(room.sessions, now)?.plan.startsAt;
  if (last === undefined || next === undefined) return undefined;
  const between = daysBetween(last, dayIn(next, timeZone));
  return between < shortestBetween ? undefined : addDays(last, Math.floor(between / 2));
}

function topicDue(
  { room, me, role, now }: NudgeFacts,
  aheadMs: number,
): (Session & { readonly plan: object }) | undefined {
  const session = currentSession(room.sessions, now);
  if (role !== "mentee" || !session || (session.topics[me] ?? "") !== "") return undefined;
  const ms = session.plan.startsAt - now;
  return ms > 0 && ms <= aheadMs ? session : undefined;
}

/** Once the last talk was held, nobody is asked to meet or to look ahead. */
function isOver({ ending, sessions }: NudgeFacts["room"], today: Day): boolean {
  return isLastTalkHeld(ending, heldDays(sessions), today);
}

type Due = (facts: NudgeFacts) => ReadonlyArray<Omit<Nudge, "kind" | "roomId">>;

const due: Readonly<Record<NudgeKind, Due>> = {
  gap: ({ open, room, roomId, now, timeZone }) =>
    open.asksMe && !isOver(room, dayIn(now, timeZone))
      ? [
          {
            key: `gap:${roomId}:${heldDays(room.sessions).toSorted().at(-1) ?? ""}`,
            mayLikeAWord: open.mayLikeAWord === true,
          },
        ]
      : [],
  ending: (facts) => {
    const { endsOn } = facts.open;
    const today = todayOf(facts);
    return endsOn !== null && today >= addDays(endsOn, -28) && today < endsOn
      ? [{ key: `ending:${facts.roomId}:${endsOn}` }]
      : [];
  },
  commitment: (facts) =>
    openCommitments(facts.room.commitments).flatMap((commitment) =>
      commitment.owner === facts.me &&
      commitment.due !== undefined &&
      isWithin(todayOf(facts), addDays(commitment.due, -daysBefore), daysBefore + 1)
        ? [{ key: `commitment:${commitment.id}:${commitment.due}`, commitment }]
        : [],
    ),
  topic: (facts) => {
    const session = topicDue(facts, daysBefore * dayLength);
    return session ? [{ key: `topic:${session.id}`, session }] : [];
  },
  celebrate: ({ room, own, me, now }) =>
    toCelebrate(room.goals, own.goals, me, now).map(({ id }) => ({ key: `celebrate:${id}` })),
  review: (facts) => {
    const today = todayOf(facts);
    const held = heldDays(facts.room.sessions);
    const day = nextReview(held, addDays(today, 1 - reviewWaits));
    const isDue = needsReview(facts.room.reviews, held, today) && !isOver(facts.room, today);
    return isDue && day !== undefined && day <= today ? [{ key: `review:${facts.roomId}:${day}` }] : [];
  },
  feedback: (facts) => {
    const closed = closedSessions(facts.room.sessions);
    const last = closed.at(-1);
    return last &&
      upwardDue(closed.length, facts.role, facts.room.feedback, last.id) &&
      isWithin(todayOf(facts), last.metOn, shortlyWaits)
      ? [{ key: `feedback:${last.id}` }]
      : [];
  },
  checkin: (facts) => {
    const day = midway(facts, facts.now, facts.timeZone);
    return day !== undefined && isWithin(todayOf(facts), day, shortlyWaits)
      ? [{ key: `checkin:${facts.roomId}:${day}` }]
      : [];
  },
};

/** Everything that is due in a room today, the most pressing first; nothing while it rests, is quiet, or within the agreement's quiet hours. */
export function dueNudges(facts: NudgeFacts): ReadonlyArray<Nudge> {
  if (!facts.isLive || isSilent(facts)) return [];
  return nudgeKinds
    .filter((kind) => !isMuted(facts.own.choices, kind))
    .flatMap((kind) => due[kind](facts).map((one) => ({ ...one, kind, roomId: facts.roomId })))
    .filter(({ key }) => !facts.own.nudges.passed.includes(key));
}

/** The one nudge of today out of all that is due, in all rooms: the one that was shown today, or none beside it. */
export function nudgeOfToday(all: ReadonlyArray<Nudge>, { last }: NudgesState, today: Day): Nudge | undefined {
  if (last?.day === today) return all.find(({ key }) => key === last.nudge);
  return all.toSorted((one, other) => nudgeKinds.indexOf(one.kind) - nudgeKinds.indexOf(other.kind))[0];
}

/** True while a session goes on quietly, or within the quiet hours that the two agreed on. */
function isSilent({ room, own, now, timeZone }: NudgeFacts): boolean {
  return isInQuietSession(room.sessions.all, own.choices) || isQuietHour(room.agreement, now, timeZone);
}

function isInQuietSession(all: ReadonlyArray<Session>, { quiet }: ChoicesState): boolean {
  return all.some(({ id, standing }) => id === quiet && standing === "planned");
}

/** The days ahead on which something sealed will wait for me: all that a wake-up may know of it. */
export function wakeUpDays(facts: NudgeFacts): ReadonlyArray<Day> {
  if (!facts.isLive) return [];
  const { room, own, me, now, timeZone } = facts;
  const wants = (kind: NudgeKind) => !isMuted(own.choices, kind);
  const topic = topicDue(facts, 90 * dayLength);
  const days = [
    ...(wants("commitment")
      ? openCommitments(room.commitments).flatMap((one) =>
          one.owner === me && one.due !== undefined ? [addDays(one.due, -daysBefore)] : [],
        )
      : []),
    ...(wants("topic") && topic?.plan ? [addDays(dayIn(topic.plan.startsAt, timeZone), -daysBefore)] : []),
    ...(wants("checkin") ? [midway(facts, now, timeZone)] : []),
  ];
  const today = todayOf(facts);
  return [...new Set(days)].flatMap((day) => (day !== undefined && day > today ? [day] : [])).toSorted();
}
