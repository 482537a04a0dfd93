/**
 * Feedback between the two: asked for first, balanced, and also from the one with less power to the one with more.
 * It stays in the room; nothing tells what was read, and nothing is counted.
 */
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { type Answerable, changeNamed, type Reference } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** How somebody likes feedback (P81). Everything may be left empty. */
export interface Manual {
  readonly how: "" | "directly" | "wrapped";
  readonly moment: "" | "at-once" | "after-a-night";
  readonly medium: "" | "spoken" | "written";
  readonly avoid: string;
  /** What it means when they go quiet. */
  readonly quiet: string;
}
/** A feedback manual as it stands from now on. */
export type ManualWritten = Opened<"feedback.manual", Manual>;

/** Now, later, or not today. */
export const permissions = ["now", "later", "not-today"] as const;
/** Now, later, or not today (P22). */
export type Permission = (typeof permissions)[number];
/** Someone has a thought about a topic, and asks whether it is the moment. */
export type FeedbackAsked = Opened<"feedback.asked", { readonly topic: string }>;
/** The answer of whoever would hear it. */
export type FeedbackPermitted = Opened<"feedback.permitted", { readonly to: Reference; readonly answer: Permission }>;

/** Feedback in three parts (fb.balanced). */
export interface Balanced {
  readonly keep: string;
  readonly try: string;
  readonly part: string;
}
/** The feedback itself. It counts only where the other had said "now". */
export type FeedbackGiven = Opened<"feedback.given", Balanced & { readonly asked: ItemId }>;

/** The mentor goes first, and then asks for one thing (fb.upward.ask). */
export interface UpwardQuestion {
  /** A criticism once received, and what came of it. */
  readonly criticism: string;
  readonly weak: string;
  readonly question: string;
  readonly first: string;
  readonly second: string;
}
/** Someone asks how their own way of mentoring could be better. */
export type UpwardAsked = Opened<
  "feedback.upward-asked",
  UpwardQuestion & { readonly sessionId?: SessionId | undefined }
>;
/** One of the two choices, words of one's own, or not now. */
export const upwardAnswers = ["first", "second", "words", "not-now"] as const;
/** One of the two choices, words of one's own, or not now. */
export type UpwardAnswer = (typeof upwardAnswers)[number];
/** The answer. */
export type UpwardAnswered = Opened<
  "feedback.upward-answered",
  { readonly to: Reference; readonly answer: UpwardAnswer; readonly text: string }
>;
/** Thank you, what I take from it, a question: and no place for a defence (fb.upward.reply). */
export interface UpwardReply {
  readonly thanks: string;
  readonly take: string;
  readonly question: string;
}
/** What whoever asked says to the answer. */
export type UpwardReplied = Opened<"feedback.upward-replied", UpwardReply & { readonly to: Reference }>;

/** How the mentee finds the mentoring: kept as it is, or one thing changed (P41). */
export type ProcessNoted = Opened<
  "feedback.process",
  { readonly change: boolean; readonly text: string; readonly sessionId?: SessionId | undefined }
>;

/** A thought that waits for its moment. */
export interface Asked extends Answerable {
  readonly topic: string;
  readonly answer: Permission | undefined;
  /** The item that holds the feedback, once it was given. */
  readonly given: ItemId | undefined;
}
/** A question to the mentee, as far as its answer goes. */
export interface Upward extends Answerable {
  readonly sessionId: SessionId | undefined;
  readonly choices: UpwardQuestion;
  readonly answer: (Answerable & { readonly answer: UpwardAnswer; readonly text: string }) | undefined;
  readonly isReplied: boolean;
}

/** What screens need of feedback. Sealed: the two. */
export interface FeedbackState {
  readonly manuals: Readonly<Record<AccountId, Manual>>;
  readonly asked: ReadonlyArray<Asked>;
  readonly upward: ReadonlyArray<Upward>;
}

/** Whatever happens to feedback. */
export type FeedbackEvent =
  | ManualWritten
  | FeedbackAsked
  | FeedbackPermitted
  | FeedbackGiven
  | UpwardAsked
  | UpwardAnswered
  | UpwardReplied
  | ProcessNoted;

/** Folds feedback: the one who would hear it says when, and only the one who asked may then give it. */
export const feedback: Slice<FeedbackState, FeedbackEvent> = {
  name: "feedback",
  initial: { manuals: {}, asked: [], upward: [] },
  reduce(state, opened) {
    const { id, hash, author, payload } = opened;
    const made = { id, hash, by: author };
    switch (opened.type) {
      case "feedback.manual":
        return { ...state, manuals: { ...state.manuals, [author]: payload } };
      case "feedback.asked":
        return {
          ...state,
          asked: [...state.asked, { ...made, topic: opened.payload.topic, answer: undefined, given: undefined }],
        };
      case "feedback.permitted":
        return {
          ...state,
          asked: changeNamed(state.asked, opened.payload.to, author, (one) =>
            one.by === author || one.given ? one : { ...one, answer: opened.payload.answer },
          ),
        };
      case "feedback.given":
        return {
          ...state,
          asked: state.asked.map((one) =>
            one.id === opened.payload.asked && mayGive(one, author) && !refuseBalanced(opened.payload)
              ? { ...one, given: id }
              : one,
          ),
        };
      default:
        return { ...state, upward: upwardAfter(state.upward, opened) };
    }
  },
};

/** Only the other answers, and only whoever asked replies to the answer. */
function upwardAfter(upward: ReadonlyArray<Upward>, opened: FeedbackEvent): ReadonlyArray<Upward> {
  const { id, hash, author } = opened;
  const made = { id, hash, by: author };
  if (opened.type === "feedback.upward-asked") {
    const { sessionId, ...choices } = opened.payload;
    return [...upward, { ...made, sessionId, choices, answer: undefined, isReplied: false }];
  }
  if (opened.type === "feedback.upward-answered") {
    const { to, answer, text } = opened.payload;
    return changeNamed(upward, to, author, (one) =>
      one.by === author || one.isReplied ? one : { ...one, answer: { ...made, answer, text } },
    );
  }
  if (opened.type !== "feedback.upward-replied") return upward;
  const { to } = opened.payload;
  return upward.map((one) =>
    one.by === author && one.answer?.id === to.id && one.answer.hash === to.hash ? { ...one, isReplied: true } : one,
  );
}

/** True where a thought may be said: its own writer's, once the other said "now", and once. */
export function mayGive({ by, answer, given }: Asked, who: AccountId): boolean {
  return by === who && answer === "now" && given === undefined;
}

/** True where this item is feedback that may be shown: anything sent without a "now" stays closed. */
export function isGiven({ asked }: FeedbackState, item: ItemId): boolean {
  return asked.some(({ given }) => given === item);
}

/** Why feedback cannot be given yet. */
export type BalancedRefusal = "nothing-written" | "try-without-keep";

/** Decides whether feedback is balanced: "try" never goes without "keep" (P27). */
export function refuseBalanced(words: Balanced): BalancedRefusal | undefined {
  const [keep, attempt, part] = [words.keep, words.try, words.part].map((each) => each.trim() !== "");
  if (!keep && !attempt && !part) return "nothing-written";
  return attempt && !keep ? "try-without-keep" : undefined;
}

/** Decides whether a question may be put to the mentee: whoever asks goes first, with all of it (P95). */
export function refuseUpward(words: UpwardQuestion): "not-whole" | undefined {
  return [words.criticism, words.weak, words.question, words.first, words.second].some((each) => each.trim() === "")
    ? "not-whole"
    : undefined;
}

/**
 * True where Close offers to ask for feedback: the mentor, at every third session, until it was asked there (P30).
 * `held` is how many sessions were held, this one among them. Never the mentee.
 */
export function upwardDue(
  held: number,
  role: "mentor" | "mentee",
  { upward }: FeedbackState,
  sessionId: SessionId,
): boolean {
  return role === "mentor" && held > 0 && held % 3 === 0 && !upward.some((one) => one.sessionId === sessionId);
}

/** The question that this person asked in this session, or the last that they still have something to say to. */
export function upwardHere({ upward }: FeedbackState, sessionId: SessionId, me: AccountId): Upward | undefined {
  return upward.findLast((one) => (one.sessionId === sessionId && one.by === me) || isUpwardOpen(one, me));
}

/** True where Close has something about the mentoring for this person: a question to ask, to answer, or to reply to. */
export function isUpwardHere(
  held: number,
  role: "mentor" | "mentee",
  state: FeedbackState,
  { sessionId, me }: { readonly sessionId: SessionId; readonly me: AccountId },
): boolean {
  return upwardDue(held, role, state, sessionId) || upwardHere(state, sessionId, me) !== undefined;
}

/** True where a person has something to say: the answer where the other asked, or the reply to it. */
export function isUpwardOpen({ by, answer, isReplied }: Upward, me: AccountId): boolean {
  if (by !== me) return answer === undefined;
  return answer !== undefined && answer.answer !== "not-now" && !isReplied;
}

/** Decides whether a note on the process may be sent: a change names its one thing; "keep it" needs no words. */
export function refuseProcess(way: "keep" | "change" | "", text: string): "not-chosen" | undefined {
  return way === "" || (way === "change" && text.trim() === "") ? "not-chosen" : undefined;
}
