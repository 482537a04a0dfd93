/**
 * Topics that somebody would rather leave out (P38). Each entry is its owner's, stands in the owner's own log, and needs nobody's yes.
 * "Only for me" never leaves that log. "The other may know" is also written into the room, without notice; nobody sees a change.
 */
import type { ItemId, LogId } from "../../../values/id.ts";
import type { AccountId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** One topic in one's own log. */
export interface OwnTopic {
  readonly id: ItemId;
  readonly roomId: LogId;
  readonly text: string;
}

/** A topic to leave out, only for me. */
export type TopicKept = Opened<"offlimits.kept", { readonly roomId: LogId; readonly text: string }>;
/** It is taken off the list. */
export type TopicRemoved = Opened<"offlimits.removed", { readonly topic: ItemId }>;

/** One's own list. Sealed: its owner alone. */
export const ownOfflimits: Slice<{ readonly topics: ReadonlyArray<OwnTopic> }, TopicKept | TopicRemoved> = {
  name: "offlimits",
  initial: { topics: [] },
  reduce(state, opened) {
    if (opened.type === "offlimits.kept") return { topics: [...state.topics, { id: opened.id, ...opened.payload }] };
    return { topics: state.topics.filter(({ id }) => id !== opened.payload.topic) };
  },
};

/** A topic that the other may know of. */
export type TopicTold = Opened<"offlimits.told", { readonly text: string }>;
/** It is taken back, by its owner. */
export type TopicUntold = Opened<"offlimits.untold", { readonly topic: ItemId }>;

/** What each told the other. Sealed: the two. */
export interface ToldTopics {
  readonly told: ReadonlyArray<{ readonly id: ItemId; readonly by: AccountId; readonly text: string }>;
}

/** The part that the other may know of. */
export const offlimits: Slice<ToldTopics, TopicTold | TopicUntold> = {
  name: "offlimits",
  initial: { told: [] },
  reduce(state, opened) {
    if (opened.type === "offlimits.told")
      return { told: [...state.told, { id: opened.id, by: opened.author, text: opened.payload.text }] };
    return { told: state.told.filter(({ id, by }) => !(id === opened.payload.topic && by === opened.author)) };
  },
};

/** One's own topics for a room. */
export function topicsFor(state: { readonly topics: ReadonlyArray<OwnTopic> }, roomId: LogId): ReadonlyArray<OwnTopic> {
  return state.topics.filter((topic) => topic.roomId === roomId);
}
