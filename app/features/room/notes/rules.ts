/** What the two write to each other and keep together: messages, notes of a session, and "What I heard" (P08). */
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { type Answerable, type Reference, isNamed } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest note, in signs. */
export const longestNote = 20_000;

/** A message or a note; with a session it belongs to that meeting. */
export type NoteWritten = Opened<
  "notes.written",
  { readonly text: string; readonly sessionId?: SessionId | undefined }
>;
/** "What I heard": the writer says back what the other said. */
export type HeardSent = Opened<"notes.heard", { readonly text: string; readonly sessionId?: SessionId | undefined }>;
/** The other's answer: yes, almost (with other words), or no. */
export type HeardAnswered = Opened<
  "notes.heard-answered",
  { readonly heard: Reference; readonly answer: HeardAnswer; readonly text?: string | undefined }
>;

/**
 * The writer puts other words in the place of a note of their own, or, without a text, takes it back. The other may have read
 * the words of before; they stay in the log, and go from every screen.
 */
export type NoteChanged = Opened<"notes.changed", { readonly note: Reference; readonly text?: string | undefined }>;

/** Yes, almost, or no. */
export type HeardAnswer = "yes" | "almost" | "no";

/** One restating, and what became of it. */
export interface Heard extends Answerable {
  /** The words as they stand: the other's own, where the answer was "almost". */
  readonly text: string;
  readonly answer: HeardAnswer | undefined;
}

/** What became of a note: the words that stand now, or none where it was taken back. */
export interface Change extends Answerable {
  readonly text: string | undefined;
}

/** What notes know at a glance; the notes themselves are read from the timeline. */
export interface NotesState {
  readonly last: { readonly id: ItemId; readonly author: AccountId } | undefined;
  /** Every restating, oldest first. */
  readonly heard: ReadonlyArray<Heard>;
  /** The last change of each note that its writer changed; `by` is who wrote the change. */
  readonly changed: ReadonlyArray<Change>;
}

/** Folds notes. */
export const notes: Slice<NotesState, NoteWritten | HeardSent | HeardAnswered | NoteChanged> = {
  name: "notes",
  initial: { last: undefined, heard: [], changed: [] },
  reduce(state, opened) {
    switch (opened.type) {
      case "notes.written":
        return { ...state, last: { id: opened.id, author: opened.author } };
      case "notes.heard":
        return {
          ...state,
          last: { id: opened.id, author: opened.author },
          heard: [...state.heard, sent(opened)],
        };
      case "notes.heard-answered":
        return {
          ...state,
          heard: state.heard.map((one) =>
            isNamed(opened.payload.heard, one, opened.author) ? answered(one, opened) : one,
          ),
        };
      case "notes.changed":
        return { ...state, changed: [...state.changed.filter((one) => !isSame(one, opened)), changeOf(opened)] };
      default:
        return state;
    }
  },
};

function changeOf({ author, payload: { note, text } }: NoteChanged): Change {
  return { id: note.id, hash: note.hash, by: author, text };
}

/** Each of the two has changes of their own, so that nobody undoes what the other changed by naming the same note. */
function isSame(change: Change, { author, payload }: NoteChanged): boolean {
  return change.by === author && change.id === payload.note.id;
}

/** What its writer made of a note; `undefined` where they left it as it was. Nobody else's change counts. */
export function changeOfNote(
  state: NotesState,
  note: { readonly id: ItemId; readonly hash: string; readonly author: AccountId },
): Change | undefined {
  return state.changed.find((change) => change.by === note.author && change.id === note.id);
}

function sent({ id, hash, author, payload }: HeardSent): Heard {
  return { id, hash, by: author, text: payload.text, answer: undefined };
}

/** Only the one whose words were said back may answer, and the first answer other than "no" stands. */
function answered(heard: Heard, { author, payload }: HeardAnswered): Heard {
  if (author === heard.by || heard.answer === "yes" || heard.answer === "almost") return heard;
  return {
    ...heard,
    answer: payload.answer,
    text: payload.answer === "almost" && payload.text ? payload.text : heard.text,
  };
}

/** The restatings of the other that wait for my answer. */
export function waitingForMe(state: NotesState, me: AccountId): ReadonlyArray<Heard> {
  return state.heard.filter(({ by, answer }) => by !== me && answer === undefined);
}
