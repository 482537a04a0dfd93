/** What a person keeps of a session for themselves: that they are ready, and a word on how it was (P23, P83). Sealed: their owner alone. */
import type { SessionId } from "../../../../values/id.ts";
import type { Opened, Slice } from "../../state/rules.ts";
import type { SessionWord } from "../rules.ts";

/** "Ready", or not; seen by oneself alone. */
export type ReadyTicked = Opened<"sessions.ready", { readonly sessionId: SessionId; readonly ready: boolean }>;
/** How it was, for oneself; without a word, taken back. */
export type WordKept = Opened<
  "sessions.word-kept",
  { readonly sessionId: SessionId; readonly word?: SessionWord | undefined }
>;

/** What is kept, by session. */
export interface OwnSessionsState {
  readonly ready: ReadonlyArray<SessionId>;
  readonly words: Readonly<Record<SessionId, SessionWord>>;
}

/** Folds what is kept of sessions. */
export const ownSessions: Slice<OwnSessionsState, ReadyTicked | WordKept> = {
  name: "sessions",
  initial: { ready: [], words: {} },
  reduce(state, opened) {
    const { sessionId } = opened.payload;
    if (opened.type === "sessions.ready") {
      const others = state.ready.filter((id) => id !== sessionId);
      return { ...state, ready: opened.payload.ready ? [...others, sessionId] : others };
    }
    const { [sessionId]: _before, ...words } = state.words;
    return { ...state, words: opened.payload.word ? { ...words, [sessionId]: opened.payload.word } : words };
  },
};
