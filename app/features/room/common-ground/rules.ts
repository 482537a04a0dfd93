/**
 * Common ground: each picks up to eight everyday cards; those that both picked appear, and no other leaves its owner's device (P93).
 * Private set intersection (docs/protocol.md, section 12.1). Every round needs both people to pick; each side answers once a round.
 */
import type { AccountId, LogId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** So many cards may be picked. */
export const mostPicks = 8;
/** So many rounds a pair may have: a round lets each learn about eight cards of the other's, whoever picks them and why. */
export const mostRounds = 3;
/** Where the cards stand, in their order. */
export const themes = ["places", "learning", "work", "ways", "joys", "people"] as const;
/** One theme. */
export type Theme = (typeof themes)[number];
/** The longest line of one's own, in signs. */
export const longestLine = 200;
/** With fewer than so many, a question to explore stands below what was shared. */
export const fewestShared = 2;

/** Somebody picked: their offer as base64url, and a line of their own that is shown openly. */
export type GroundOffered = Opened<
  "ground.offered",
  { readonly round: number; readonly offer: string; readonly line: string }
>;
/** The one answer of a round, as base64url. */
export type GroundAnswered = Opened<"ground.answered", { readonly round: number; readonly answer: string }>;

/** The author would like this further round; it begins once both would. */
export type GroundWished = Opened<"ground.again", { readonly round: number }>;

/** One round in the room. */
export interface GroundRound {
  /** From 1. */
  readonly round: number;
  readonly offers: Readonly<Record<AccountId, { readonly offer: string; readonly line: string }>>;
  readonly answers: Readonly<Record<AccountId, string>>;
}

/** The newest two rounds: the last one may still be worked out on a device that was away. */
export interface GroundState {
  readonly rounds: ReadonlyArray<GroundRound>;
  /** Who would like the next round. */
  readonly again: ReadonlyArray<AccountId>;
}

/** Folds rounds. Of two offers or answers of one person in a round the first counts; a round that may not begin is ignored. */
export const ground: Slice<GroundState, GroundOffered | GroundAnswered | GroundWished> = {
  name: "ground",
  initial: { rounds: [], again: [] },
  reduce(state, opened) {
    const { author } = opened;
    if (opened.type === "ground.again")
      return opened.payload.round !== furtherRound(state) || state.again.includes(author)
        ? state
        : { ...state, again: [...state.again, author] };
    const round = state.rounds.find((one) => one.round === opened.payload.round);
    if (opened.type === "ground.answered") {
      if (!round || !isComplete(round) || !round.offers[author] || round.answers[author] !== undefined) return state;
      return withRound(state, { ...round, answers: { ...round.answers, [author]: opened.payload.answer } });
    }
    const { offer, line } = opened.payload;
    if (round?.offers[author]) return state;
    if (round) return withRound(state, { ...round, offers: { ...round.offers, [author]: { offer, line } } });
    if (opened.payload.round !== nextRound(state)) return state;
    const begun = { round: opened.payload.round, offers: { [author]: { offer, line } }, answers: {} };
    return { rounds: [...state.rounds.slice(-1), begun], again: [] };
  },
};

function withRound(state: GroundState, changed: GroundRound): GroundState {
  return { ...state, rounds: state.rounds.map((one) => (one.round === changed.round ? changed : one)) };
}

function isComplete({ offers }: GroundRound): boolean {
  return Object.keys(offers).length === 2;
}

/** The number of a round that begins with the next cards: the first, or one that both would like. */
export function nextRound(state: GroundState): number | undefined {
  if (state.rounds.length === 0) return 1;
  return state.again.length === 2 ? furtherRound(state) : undefined;
}

/** The number of the round that the two may wish for; `undefined` while one goes on, and once there were three. */
export function furtherRound({ rounds }: GroundState): number | undefined {
  const newest = rounds.at(-1);
  return newest && isComplete(newest) && newest.round < mostRounds ? newest.round + 1 : undefined;
}

/** True until both have picked once: a session may offer the exercise. */
export function needsGround({ rounds }: GroundState): boolean {
  return !rounds.some(isComplete);
}

/** One's own picks of a round, with what goes on from them on any own device. */
export type GroundPicked = Opened<
  "ground.picked",
  {
    readonly roomId: LogId;
    readonly round: number;
    readonly picks: ReadonlyArray<string>;
    readonly line: string;
    readonly offer: string;
    readonly secret: string;
  }
>;
/** What a round came to: the shared cards, or `null` where it could not be worked out. */
export type GroundFound = Opened<
  "ground.found",
  { readonly roomId: LogId; readonly round: number; readonly cards: ReadonlyArray<string> | null }
>;

/** One's own side. Sealed: its owner alone. */
export interface OwnGroundState {
  readonly picked: ReadonlyArray<GroundPicked["payload"]>;
  readonly found: ReadonlyArray<GroundFound["payload"]>;
}

/** Folds one's own side: the first picks of a round count, on every own device. The newest three rounds of a room are kept. */
export const ownGround: Slice<OwnGroundState, GroundPicked | GroundFound> = {
  name: "ground",
  initial: { picked: [], found: [] },
  reduce: (state, opened) =>
    opened.type === "ground.picked"
      ? { ...state, picked: withFirst(state.picked, opened.payload) }
      : { ...state, found: withFirst(state.found, opened.payload) },
};

function withFirst<One extends { readonly roomId: LogId; readonly round: number }>(
  all: ReadonlyArray<One>,
  one: One,
): ReadonlyArray<One> {
  const isThere = all.some(({ roomId, round }) => roomId === one.roomId && round === one.round);
  return isThere ? all : [...all.filter(({ roomId, round }) => roomId !== one.roomId || round > one.round - 3), one];
}

/** In which room, and between whom. */
export interface GroundPair {
  readonly roomId: LogId;
  readonly me: AccountId;
  readonly other: AccountId;
}

/** What a client does by itself. */
export type GroundTask =
  | { readonly do: "publish"; readonly picked: GroundPicked["payload"] }
  | { readonly do: "answer"; readonly picked: GroundPicked["payload"]; readonly theirs: string }
  | {
      readonly do: "finish";
      readonly picked: GroundPicked["payload"];
      readonly theirs: string;
      readonly answer: string;
    };

/** What this client has to do next for a room; `undefined` where nothing is left, or the other person's turn has come. */
export function groundTask(state: GroundState, own: OwnGroundState, pair: GroundPair): GroundTask | undefined {
  const { roomId, me, other } = pair;
  // The bound is this device's own too, whatever the room says.
  const mayRun = own.picked.filter((one) => one.roomId === roomId && one.round <= mostRounds);
  for (const picked of mayRun.toReversed()) {
    const round = state.rounds.find((one) => one.round === picked.round);
    const mine = round?.offers[me];
    if (!mine && (round || picked.round === nextRound(state))) return { do: "publish", picked };
    const theirs = round?.offers[other]?.offer;
    const isOver = own.found.some((one) => one.roomId === roomId && one.round === picked.round);
    // What another device of mine published under other picks is not mine to go on with.
    if (!round || mine?.offer !== picked.offer || theirs === undefined || isOver) continue;
    if (round.answers[me] === undefined) return { do: "answer", picked, theirs };
    const answer = round.answers[other];
    if (answer !== undefined) return { do: "finish", picked, theirs, answer };
  }
  return undefined;
}

/** True where my client owes an answer: then it is given wherever the room is open. */
export function owesAnswer({ rounds }: GroundState, me: AccountId): boolean {
  return rounds.some((round) => isComplete(round) && round.offers[me] && round.answers[me] === undefined);
}

/** Where the exercise stands, as `me` sees it. */
export type GroundStanding =
  /** Nobody has picked, or both would like a further round: pick, if you like. */
  | { readonly is: "to-pick"; readonly isOtherThere: boolean; readonly last: GroundResult | undefined }
  /** My cards are there, the other's are not yet. */
  | { readonly is: "waits" }
  /** Both are there; the devices compare. */
  | { readonly is: "comparing" }
  /** A round is over, and no other has begun: who would like one more, or that there were three. */
  | {
      readonly is: "rests";
      readonly last: GroundResult | undefined;
      readonly again: "nobody" | "mine" | "theirs" | "none-left";
    };

/** What a round came to. "few": fewer than two, so a question appears, too. "not-compared": something was not as it should be. */
export type GroundResult =
  | { readonly is: "shared" | "few"; readonly round: number; readonly cards: ReadonlyArray<string> }
  | { readonly is: "not-compared"; readonly round: number };

function resultOf(found: GroundFound["payload"] | undefined): GroundResult | undefined {
  if (!found) return undefined;
  const { round, cards } = found;
  if (cards === null) return { is: "not-compared", round };
  return { is: cards.length < fewestShared ? "few" : "shared", round, cards };
}

/** Where the exercise stands. */
export function groundStanding(state: GroundState, own: OwnGroundState, pair: GroundPair): GroundStanding {
  const { roomId, me } = pair;
  const newest = state.rounds.at(-1);
  const last = resultOf(own.found.findLast((one) => one.roomId === roomId));
  const mine = own.picked.findLast((one) => one.roomId === roomId);
  if (!newest) return mine ? { is: "waits" } : { is: "to-pick", isOtherThere: false, last };
  if (!isComplete(newest)) {
    const isPicked = newest.offers[me] !== undefined || mine?.round === newest.round;
    return isPicked ? { is: "waits" } : { is: "to-pick", isOtherThere: true, last };
  }
  if (mine && mine.round > newest.round) return { is: "waits" };
  if (last?.round === newest.round) return restsOr(state, me, last);
  // My picks of this round are on none of my devices any more: nothing can be worked out from them.
  if (mine?.offer !== newest.offers[me]?.offer) return restsOr(state, me, { is: "not-compared", round: newest.round });
  return { is: "comparing" };
}

/** After a round: whether another one is wished for, or begins. */
function restsOr(state: GroundState, me: AccountId, last: GroundResult): GroundStanding {
  if (nextRound(state) !== undefined) return { is: "to-pick", isOtherThere: false, last };
  if (furtherRound(state) === undefined) return { is: "rests", last, again: "none-left" };
  const again = state.again.includes(me) ? "mine" : state.again.length > 0 ? "theirs" : "nobody";
  return { is: "rests", last, again };
}

/** The lines that both wrote openly in the newest round. */
export function openLines(state: GroundState): ReadonlyArray<{ readonly by: string; readonly line: string }> {
  return Object.entries(state.rounds.at(-1)?.offers ?? {}).flatMap(([by, { line }]) =>
    line === "" ? [] : { by, line },
  );
}

/** Which of `count` questions a round explores: the same one for both. */
export function questionFor(roomId: LogId, round: number, count: number): number {
  return (Number.parseInt(roomId.slice(-6), 16) + round) % count;
}
