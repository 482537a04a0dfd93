/** What a room's state is made of: opened events, and slices that fold them. Pure: the same events in the same order give the same state. */
import type { AccountId, DeviceId, ItemId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";

/** The name of an event: the feature, a dot, and what happened, as in "commitments.made". */
export type EventName = `${string}.${string}`;

/** An event as its author's device sealed it, verified and opened. Sealed: the members of the log. */
export interface Opened<Name extends EventName = EventName, Payload = unknown> {
  /** Made by the author's device; other events name this one by it. */
  readonly id: ItemId;
  /** Names the sealed bytes, in hex. Empty while the event waits to be sent. */
  readonly hash: string;
  readonly author: AccountId;
  readonly device: DeviceId;
  /** By the author's clock. It is shown, and never decides what comes first. */
  readonly at: Instant;
  readonly type: Name;
  readonly payload: Payload;
  /** What the event turns over, where its declaration says that it does. Worked out by the vault, never written by anybody. */
  readonly card?: TurnedCard | undefined;
}

/** A card that was turned over: its reveal, and the commitment that this reveal opens when its author makes it in this room. */
export interface TurnedCard {
  readonly card: ItemId;
  /** SHA-256, as base64url. The slice compares it with what the author had committed to. */
  readonly commitment: string;
  readonly text: string;
}

/**
 * One feature's part of a log's state.
 * Events arrive in the order of the causal graph, which is the same on every device; `reduce` never looks at `at` to decide.
 * An event that may not be (a stranger to the thing it names, a thing that is not there) leaves the state as it is.
 * Keep states small: what grows without end (messages, notes) is read from the timeline, not from here.
 */
export interface Slice<State, Event extends Opened> {
  /** The feature's name: the part of its events' names before the dot. */
  readonly name: string;
  readonly initial: State;
  /** The state after one more event. Never changes what it is given. */
  readonly reduce: (state: State, opened: Event) => State;
}

/** A slice whose event types are known at run time alone. */
export interface AnySlice {
  readonly name: string;
  readonly initial: unknown;
  // A method, so that slices of narrower events fit: `fold` hands each slice only what its own schema has parsed.
  reduce(state: unknown, opened: Opened): unknown;
}

/** The states of several slices, by name. */
export type States = Readonly<Record<string, unknown>>;

/** The slice that owns an event, by the part of the name before the dot. */
export function sliceOf(slices: ReadonlyArray<AnySlice>, name: EventName): AnySlice | undefined {
  const feature = name.slice(0, name.indexOf("."));
  return slices.find((slice) => slice.name === feature);
}

/** The states after one more event. Only the slice that owns the event is asked, and it sees only its own state. */
export function step<S extends States>(states: S, slices: ReadonlyArray<AnySlice>, opened: Opened): S {
  const slice = sliceOf(slices, opened.type);
  if (!slice) return states;
  const before = states[slice.name];
  const after = slice.reduce(before, opened);
  return after === before ? states : { ...states, [slice.name]: after };
}

/** What can still be written in a room that rests, since one of the two has left: what belongs to its ending. */
export const lastWords: ReadonlySet<string> = new Set([
  "ending.planned",
  "ending.said",
  "ending.may-keep",
  "releases.asked",
  "releases.answered",
  "releases.made",
]);
