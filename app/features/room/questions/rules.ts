/**
 * Questions: a bank of open ones in themes and three depths, and what becomes of a question that was asked in the room.
 * A question is its own text: rooms outlive the bank. Nothing counts what was asked, answered or left (P61).
 */
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { type Answerable, type Reference, isNamed } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest question, in signs. */
export const longestQuestion = 500;
/** The longest answer, in signs. */
export const longestAnswer = 5000;

/** One suits any session; two wants some trust; three is opened by the mentee (P55). */
export type Depth = 1 | 2 | 3;
/** Who asks it; "both" is for either. */
export type Asks = "mentor" | "mentee" | "both";

/** A theme of the bank; its questions stand in `content` under the same id. */
export interface Theme {
  readonly id: ThemeId;
  readonly depth: Depth;
  readonly asks: Asks;
}

/** The themes, in the order in which they are offered. */
export const themeIds = [
  "ask.warmup",
  "ask.road",
  "ask.support",
  "ask.goal",
  "ask.ahead",
  "ask.us",
  "ask.mentee",
  "ask.past",
  "ask.beneath",
  "ask.notplan",
  "ask.setbacks",
  "ask.decide",
  "ask.people",
  "ask.values",
  "ask.courage",
] as const;
/** The id of a theme: that of its text. */
export type ThemeId = (typeof themeIds)[number];

const depths: Readonly<Record<ThemeId, Depth>> = {
  "ask.warmup": 1,
  "ask.road": 1,
  "ask.support": 1,
  "ask.goal": 1,
  "ask.ahead": 1,
  "ask.us": 1,
  "ask.mentee": 1,
  "ask.past": 2,
  "ask.beneath": 2,
  "ask.notplan": 2,
  "ask.setbacks": 2,
  "ask.decide": 2,
  "ask.people": 2,
  "ask.values": 3,
  "ask.courage": 3,
};

const eitherAsks: ReadonlySet<ThemeId> = new Set(["ask.warmup", "ask.ahead", "ask.us", "ask.values", "ask.courage"]);

/** Every theme of the bank. */
export const themes: ReadonlyArray<Theme> = themeIds.map((id) => ({
  id,
  depth: depths[id],
  asks: id === "ask.mentee" ? "mentee" : eitherAsks.has(id) ? "both" : "mentor",
}));

/** Somebody asked the other a question, from the bank or their own. */
export type QuestionAsked = Opened<
  "questions.asked",
  { readonly text: string; readonly sessionId?: SessionId | undefined }
>;
/** The one who was asked wrote an answer; a later one replaces it. */
export type QuestionAnswered = Opened<"questions.answered", { readonly question: Reference; readonly text: string }>;
/** "Not this": either leaves it, without a reason (P61). */
export type QuestionParked = Opened<"questions.parked", { readonly question: ItemId }>;
/** "Pause this topic": either sets a session's topic aside, without a reason (P39). */
export type TopicPaused = Opened<"questions.topic-paused", { readonly sessionId: SessionId; readonly of: AccountId }>;
/** Whoever set a topic aside takes it up again; the other cannot. */
export type TopicResumed = Opened<"questions.topic-resumed", { readonly sessionId: SessionId; readonly of: AccountId }>;
/** The mentee opens deeper questions, or closes them again (P55). */
export type DepthOpened = Opened<"questions.depth", { readonly depth: Depth }>;

/** A question in the room. */
export interface Question extends Answerable {
  readonly text: string;
  readonly sessionId: SessionId | undefined;
  /** What the other wrote; undefined where nothing was written, which says nothing: answers are mostly spoken. */
  readonly answer: string | undefined;
  readonly isParked: boolean;
}

/** Questions of a room. Sealed: the two. */
export interface QuestionsState {
  /** The newest twenty, oldest first; older ones stand on the timeline. */
  readonly asked: ReadonlyArray<Question>;
  /** Topics set aside, by session and by whose topic it was, and who set them aside. */
  readonly paused: ReadonlyArray<TopicPaused["payload"] & { readonly by: AccountId }>;
  /** What each said may be offered. Only the mentee's word counts; who that is, the fold does not know. */
  readonly opened: Readonly<Record<AccountId, Depth>>;
}

const mostKept = 20;

/** Folds questions. */
export const questions: Slice<
  QuestionsState,
  QuestionAsked | QuestionAnswered | QuestionParked | TopicPaused | TopicResumed | DepthOpened
> = {
  name: "questions",
  initial: { asked: [], paused: [], opened: {} },
  reduce(state, opened) {
    switch (opened.type) {
      case "questions.asked": {
        const { text, sessionId } = opened.payload;
        const { id, hash, author: by } = opened;
        const question = { id, hash, by, text, sessionId, answer: undefined, isParked: false };
        return { ...state, asked: [...state.asked, question].slice(-mostKept) };
      }
      case "questions.answered":
        return change(state, opened.payload.question.id, (one) => answered(one, opened));
      case "questions.parked":
        return change(state, opened.payload.question, (one) => ({ ...one, isParked: true }));
      case "questions.topic-paused":
        return pausedBy(state, opened.payload)
          ? state
          : { ...state, paused: [...state.paused, { ...opened.payload, by: opened.author }] };
      case "questions.topic-resumed":
        return pausedBy(state, opened.payload) === opened.author
          ? { ...state, paused: state.paused.filter((one) => !isOf(one, opened.payload)) }
          : state;
      case "questions.depth":
        return { ...state, opened: { ...state.opened, [opened.author]: opened.payload.depth } };
      default:
        return state;
    }
  },
};

/** The one who was asked answers these very words: an answer never stands under another question. */
function answered(question: Question, { author, payload }: QuestionAnswered): Question {
  if (question.by === author || !isNamed(payload.question, question, author)) return question;
  return { ...question, answer: payload.text, isParked: false };
}

function change(state: QuestionsState, id: ItemId, changed: (question: Question) => Question): QuestionsState {
  return { ...state, asked: state.asked.map((one) => (one.id === id ? changed(one) : one)) };
}

function isOf(one: TopicPaused["payload"], { sessionId, of }: TopicPaused["payload"]): boolean {
  return one.sessionId === sessionId && one.of === of;
}

/** Who set a topic of a session aside; `undefined` while it is on the table. */
export function pausedBy(state: QuestionsState, topic: TopicPaused["payload"]): AccountId | undefined {
  return state.paused.find((one) => isOf(one, topic))?.by;
}

/** The question that was asked last in a session, whatever became of it. */
export function lastAsked(state: QuestionsState, sessionId: SessionId): Question | undefined {
  return state.asked.findLast((one) => one.sessionId === sessionId);
}

/**
 * How deep the bank goes for both: one in the first two sessions, two after them, and further only where the mentee
 * opened it (P55).
 */
export function depthOffered(state: QuestionsState, mentee: AccountId, sessionsHeld: number): Depth {
  const usual = sessionsHeld < 2 ? 1 : 2;
  return state.opened[mentee] ?? usual;
}

/** The themes that somebody may be offered. */
export function themesFor(role: "mentor" | "mentee", depth: Depth): ReadonlyArray<Theme> {
  return themes.filter((theme) => theme.depth <= depth && (theme.asks === "both" || theme.asks === role));
}

/** True where a question touches a topic that its reader would rather leave out: a word of it stands in the question (P38). */
export function isLeftOut(question: string, topics: ReadonlyArray<string>): boolean {
  const asked = new Set(wordsOf(question));
  return topics.some((topic) => wordsOf(topic).some((word) => asked.has(word)));
}

/** Words that stand in most questions, and name no topic. */
const common = new Set(
  "about been could does from have that their them there they thing thi what when where which will with would your".split(
    " ",
  ),
);

/** Words of four letters and more that may name a topic, in lower case, without a plural's "s". */
function wordsOf(text: string): ReadonlyArray<string> {
  const words = (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, ""));
  return words.filter((word) => !common.has(word));
}
