/** Private notes: one text for each session, and one for each room beside them. Sealed: their owner alone. */
import type { LogId, SessionId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest private note, in signs. */
export const longestPrivateNote = 20_000;

/** A private note as it stands now; an empty text takes it away. */
export type PrivateNoted = Opened<
  "drawer.noted",
  { readonly roomId: LogId; readonly sessionId?: SessionId | undefined; readonly text: string }
>;

/** All private notes. Sealed: their owner alone. */
export interface DrawerState {
  readonly notes: ReadonlyArray<PrivateNoted["payload"]>;
}

/** Folds private notes. */
export const drawer: Slice<DrawerState, PrivateNoted> = {
  name: "drawer",
  initial: { notes: [] },
  reduce(state, { payload }) {
    const others = state.notes.filter(
      (note) => !(note.roomId === payload.roomId && note.sessionId === payload.sessionId),
    );
    return { notes: payload.text === "" ? others : [...others, payload] };
  },
};

/** The private note for a session, or for a room where no session is named; empty where there is none. */
export function privateNote(state: DrawerState, roomId: LogId, sessionId?: SessionId): string {
  return state.notes.find((note) => note.roomId === roomId && note.sessionId === sessionId)?.text ?? "";
}
