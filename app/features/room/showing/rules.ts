/**
 * Showing things to a contact for concerns (P112). What was shown, to whom and how, stands in the sender's own log alone; what a
 * contact answered stands in theirs. Sealed: their owner alone.
 */
import type { AccountId, LetterId, LogId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The most things that go along at once. */
export const mostItems = 15;
/** The longest words that go along, in signs. */
export const longestWords = 2000;
/** The longest answer, in signs. */
export const longestAnswer = 4000;

/** When the other may know of it: from now on, once the contact agrees, or not. */
export const tellings = ["now", "when-agreed", "no"] as const;
/** When the other may know of it. */
export type Telling = (typeof tellings)[number];

/** Why a letter did not go. */
export type NotShown =
  | "not-offered"
  | "keys-changed"
  | "unreadable"
  | "too-many"
  | "locked"
  | "not-met"
  | "no-such-item"
  | "too-long"
  | "offline";

/** Why a contact cannot be chosen here. */
export type NotMet = "keys-changed" | "no-keys" | "locked";

/** Something was shown. */
export type Shown = Opened<
  "showing.shown",
  {
    readonly letter: LetterId;
    readonly roomId: LogId;
    readonly contact: AccountId;
    readonly name: string;
    /** The hashes of what went along. */
    readonly items: ReadonlyArray<string>;
    readonly tell: Telling;
    readonly onlyIfNamedAgain: boolean;
  }
>;
/** The other was told. */
export type Told = Opened<"showing.told", { readonly letter: LetterId }>;
/** A contact answered. */
export type Answered = Opened<
  "showing.answered",
  { readonly letter: LetterId; readonly text: string; readonly mayTell: boolean }
>;
/** Whoever showed something read what was answered. */
export type AnswersRead = Opened<"showing.answers-read", { readonly answers: ReadonlyArray<LetterId> }>;

/** One thing that was shown, as its sender keeps it. */
export type ShownOnce = Shown["payload"] & {
  readonly at: Instant;
  readonly isTold: boolean;
};

/** What one showed, and what one answered as a contact; oldest first. */
export interface ShowingState {
  readonly shown: ReadonlyArray<ShownOnce>;
  readonly answers: ReadonlyArray<Answered["payload"] & { readonly at: Instant }>;
  /** Answers of contacts that one has read on some device. */
  readonly read: ReadonlyArray<LetterId>;
}

/** Folds them. */
export const ownShowing: Slice<ShowingState, Shown | Told | Answered | AnswersRead> = {
  name: "showing",
  initial: { shown: [], answers: [], read: [] },
  reduce(state, opened) {
    const { at } = opened;
    if (opened.type === "showing.answered") return { ...state, answers: [...state.answers, { ...opened.payload, at }] };
    if (opened.type === "showing.answers-read")
      return { ...state, read: [...new Set([...state.read, ...opened.payload.answers])] };
    if (opened.type === "showing.told") {
      const { letter } = opened.payload;
      return { ...state, shown: state.shown.map((one) => (one.letter === letter ? { ...one, isTold: true } : one)) };
    }
    const isKnown = state.shown.some(({ letter }) => letter === opened.payload.letter);
    return isKnown
      ? state
      : { ...state, shown: [...state.shown, { ...opened.payload, at, isTold: opened.payload.tell === "now" }] };
  },
};

/** What was shown from one room, the newest first. */
export function shownFrom({ shown }: ShowingState, roomId: LogId): ReadonlyArray<ShownOnce> {
  return shown.filter((one) => one.roomId === roomId).toReversed();
}

/** Something of one's own that contacts have, as the server lists it. */
interface Sent {
  readonly disclosureId: LetterId;
  readonly answers: ReadonlyArray<{ readonly answerId: LetterId }>;
}

/** The answers to some letters that were read on no device yet. */
export function unreadOf({ shown, read }: ShowingState, sent: ReadonlyArray<Sent>): ReadonlyArray<LetterId> {
  const mine = new Set(shown.map(({ letter }) => letter));
  const theirs = sent.filter(({ disclosureId }) => mine.has(disclosureId));
  return theirs.flatMap(({ answers }) => answers.map(({ answerId }) => answerId)).filter((id) => !read.includes(id));
}

/** The room from which something was shown that has an answer which nobody read yet; `undefined` where none waits. */
export function waitingFrom(state: ShowingState, sent: ReadonlyArray<Sent>): LogId | undefined {
  const unread = new Set(unreadOf(state, sent));
  const answered = sent.find(({ answers }) => answers.some(({ answerId }) => unread.has(answerId)));
  return state.shown.find(({ letter }) => letter === answered?.disclosureId)?.roomId;
}

/** What stands on a proof that went along. */
export interface ProofRead {
  readonly result: "authentic" | "unknown-key";
  readonly room: LogId;
}

/** How words that were shown are marked: signed by whom they say; by a key that nobody knows; signed, and from another room. */
export type Mark = "signed" | "unknown-key" | "other-room";

/** Marks what a contact reads. Without the author's key from the directory nothing is ever "signed". Source: C29. */
export function markOf({ result, room }: ProofRead, roomId: LogId): Mark {
  if (result === "unknown-key") return "unknown-key";
  return room === roomId ? "signed" : "other-room";
}
