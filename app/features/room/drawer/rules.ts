/**
 * One's own drawer: private notes, one text for each session and one for each room beside them; and what somebody wants to
 * sleep on before they do it (P52). Sealed: their owner alone.
 */
import type { LogId, SessionId } from "../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../values/instant.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest private note, in signs. */
export const longestPrivateNote = 20_000;

/** A private note as it stands now; an empty text takes it away. */
export type PrivateNoted = Opened<
  "drawer.noted",
  { readonly roomId: LogId; readonly sessionId?: SessionId | undefined; readonly text: string }
>;

/** An act that cannot be taken back waits until then, because its owner wants it so; it never happens by itself. */
export type ActPutOff = Opened<"drawer.put-off", { readonly act: string; readonly until: Instant }>;

/** All private notes, and what waits. Sealed: their owner alone. */
export interface DrawerState {
  readonly notes: ReadonlyArray<PrivateNoted["payload"]>;
  readonly putOff: Readonly<Record<string, Instant>>;
}

/** Folds private notes, and what waits. */
export const drawer: Slice<DrawerState, PrivateNoted | ActPutOff> = {
  name: "drawer",
  initial: { notes: [], putOff: {} },
  reduce(state, opened) {
    if (opened.type === "drawer.put-off")
      return { ...state, putOff: { ...state.putOff, [opened.payload.act]: opened.payload.until } };
    const { payload } = opened;
    const others = state.notes.filter(
      (note) => !(note.roomId === payload.roomId && note.sessionId === payload.sessionId),
    );
    return { ...state, notes: payload.text === "" ? others : [...others, payload] };
  },
};

/** A day from now. */
export function tomorrow(now: Instant): Instant {
  return later(now, dayLength);
}

/** Until when its owner wants to wait with an act; `undefined` once the day is over, or where they never wanted to. */
export function putOffUntil({ putOff }: DrawerState, act: string, now: Instant): Instant | undefined {
  const until = putOff[act];
  return until !== undefined && until > now ? until : undefined;
}

/** The private note for a session, or for a room where no session is named; empty where there is none. */
export function privateNote(state: DrawerState, roomId: LogId, sessionId?: SessionId): string {
  return state.notes.find((note) => note.roomId === roomId && note.sessionId === sessionId)?.text ?? "";
}
