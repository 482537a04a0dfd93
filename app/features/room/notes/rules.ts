/** Notes that the two keep together. */
import type { AccountId, ItemId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest note, in signs. */
export const longestNote = 20_000;

/** What a note's event carries. */
export interface NoteWritten {
  readonly text: string;
}

/** What notes know at a glance; the notes themselves are read from the timeline. */
export interface NotesState {
  readonly count: number;
  readonly last: { readonly id: ItemId; readonly author: AccountId } | undefined;
}

/** Folds notes. */
export const notes: Slice<NotesState, Opened<"notes.written", NoteWritten>> = {
  name: "notes",
  initial: { count: 0, last: undefined },
  reduce: (state, opened) => ({ count: state.count + 1, last: { id: opened.id, author: opened.author } }),
};
