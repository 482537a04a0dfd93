/**
 * Hopes, wishes, worries, what I need, what you can expect: written apart, turned over together (P34), compared by the two (P77).
 * Text and opening wait in one's own log; the room first gets the commitment (docs/protocol.md, section 12).
 */
import type { AccountId, ItemId, LogId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest answer below a heading, in signs. */
export const longestHope = 800;

/** The headings of a card (guidance first.hopes). */
export const headings = ["hopes", "wishes", "worries", "need", "offer"] as const;
/** One heading. */
export type Heading = (typeof headings)[number];

/** What can be chosen, so that it compares exactly. Nothing has to be. */
export const choices = {
  rhythm: ["weekly", "fortnightly", "monthly", "as-needed"],
  between: ["any-time", "when-needed", "rather-not"],
  direct: ["gently", "plainly", "bluntly"],
} as const;
/** A choice of one. */
export type Choice = keyof typeof choices;
/** The names of the choices of one. */
export const choiceNames = ["rhythm", "between", "direct"] as const satisfies ReadonlyArray<Choice>;
/** The kinds of help; as many as one likes. */
export const helpKinds = ["listening", "questions", "stories", "advice", "feedback", "doors"] as const;
/** One kind of help. */
export type HelpKind = (typeof helpKinds)[number];

/** What a card says. */
export type HopesWords = Readonly<Record<Heading, string>> & {
  readonly [C in Choice]: (typeof choices)[C][number] | "";
} & { readonly help: ReadonlyArray<HelpKind> };

/** What can be seen differently: answers side by side, and choices. Needs stand beside what the other offers. */
export const points = [
  "hopes",
  "wishes",
  "worries",
  "mentee-needs",
  "mentor-needs",
  "rhythm",
  "between",
  "direct",
  "help",
] as const;
/** One point. */
export type Point = (typeof points)[number];

/** A card lies face down: the commitment to it, as base64url. */
export type HopesCommitted = Opened<"hopes.committed", { readonly card: ItemId; readonly commitment: string }>;
/** A card is turned over beside a card of the other's: the reveal, as base64url; the vault reads it (`card`). */
export type HopesRevealed = Opened<"hopes.revealed", { readonly reveal: string; readonly beside: ItemId }>;
/** Its owner takes a card back, to write another or none. */
export type HopesWithdrawn = Opened<"hopes.withdrawn", { readonly card: ItemId }>;
/** "We see this differently", or no longer. */
export type HopesDiffered = Opened<"hopes.differed", { readonly point: Point; readonly isMarked: boolean }>;

/** One card in the room. */
export interface HopesCard {
  readonly card: ItemId;
  readonly by: AccountId;
  readonly commitment: string;
  /** The words committed to, once they were turned over. */
  readonly text: string | undefined;
  /** The owner committed to something else for the same card, or turned over what they had not committed to. */
  readonly isChanged: boolean;
  /** The other's card that lay there when this one was turned over. */
  readonly beside: ItemId | undefined;
  readonly isWithdrawn: boolean;
}

/** The cards of both, and what was marked. Sealed: the two. */
export interface HopesState {
  readonly cards: ReadonlyArray<HopesCard>;
  readonly marks: ReadonlyArray<Point>;
}

/** Folds the cards. Each is its owner's alone; of two reveals the first that opens the commitment counts. */
export const hopes: Slice<HopesState, HopesCommitted | HopesRevealed | HopesWithdrawn | HopesDiffered> = {
  name: "hopes",
  initial: { cards: [], marks: [] },
  reduce(state, opened) {
    switch (opened.type) {
      case "hopes.committed":
        return commit(state, opened);
      case "hopes.revealed":
        return change(state, opened.author, opened.card?.card, (card) =>
          opened.card?.commitment === card.commitment
            ? { text: card.text ?? opened.card.text, beside: card.beside ?? opened.payload.beside }
            : { isChanged: true },
        );
      case "hopes.withdrawn":
        return { ...change(state, opened.author, opened.payload.card, () => ({ isWithdrawn: true })), marks: [] };
      case "hopes.differed": {
        const { point, isMarked } = opened.payload;
        const others = state.marks.filter((one) => one !== point);
        return { ...state, marks: isMarked ? [...others, point] : others };
      }
      default:
        return state;
    }
  },
};

function commit(state: HopesState, { author, payload }: HopesCommitted): HopesState {
  const { card, commitment } = payload;
  if (state.cards.some((one) => one.by === author && one.card === card))
    return change(state, author, card, (one) => (one.commitment === commitment ? {} : { isChanged: true }));
  // One card at a time: whoever wants another one takes the first one back.
  if (cardOf(state, author)) return state;
  const begun = { text: undefined, beside: undefined, isChanged: false, isWithdrawn: false };
  return { ...state, cards: [...state.cards, { card, by: author, commitment, ...begun }] };
}

function change(
  state: HopesState,
  by: AccountId,
  card: ItemId | undefined,
  changed: (card: HopesCard) => Partial<HopesCard>,
): HopesState {
  const cards = state.cards.map((one) =>
    one.by === by && one.card === card && !one.isWithdrawn ? { ...one, ...changed(one) } : one,
  );
  return { ...state, cards };
}

/** A card of one's own, with what turns it over: in one's own log. */
export type HopesKept = Opened<"hopes.kept", { readonly roomId: LogId; readonly reveal: string }>;

/** What waits to be turned over. Sealed: its owner alone. */
export interface OwnHopesState {
  readonly kept: ReadonlyArray<{
    readonly roomId: LogId;
    readonly card: ItemId;
    readonly commitment: string;
    readonly reveal: string;
    readonly text: string;
  }>;
}

/** Folds one's own cards: the newest four of each room. */
export const ownHopes: Slice<OwnHopesState, HopesKept> = {
  name: "hopes",
  initial: { kept: [] },
  reduce(state, { payload, card }) {
    if (!card) return state;
    const { roomId, reveal } = payload;
    const kept = state.kept.filter((one) => one.roomId !== roomId);
    return {
      kept: [...kept, ...state.kept.filter((one) => one.roomId === roomId).slice(-3), { ...card, roomId, reveal }],
    };
  },
};

/** Somebody's card that counts; `undefined` where there is none, or it was taken back. */
export function cardOf(state: HopesState, who: AccountId): HopesCard | undefined {
  return state.cards.find(({ by, isWithdrawn }) => by === who && !isWithdrawn);
}

/**
 * True where the other's card was turned over beside an earlier card of `who`, who has taken that one back and laid down another:
 * they may have read the other's first. What the other's client saw decides, not the order in which things are said to have happened.
 */
export function isLate(state: HopesState, who: AccountId, other: AccountId): boolean {
  const beside = cardOf(state, other)?.beside;
  return state.cards.some(({ by, card, isWithdrawn }) => by === who && isWithdrawn && card === beside);
}

/** True where both cards lie there, and mine is still face down: then my client turns it over by itself. */
export function isToTurn(state: HopesState, me: AccountId, other: AccountId): boolean {
  const [mine, theirs] = [cardOf(state, me), cardOf(state, other)];
  return mine !== undefined && theirs !== undefined && mine.text === undefined && !mine.isChanged && !theirs.isChanged;
}

/** The reveal of my card, where my own log has it. */
export function revealOf(
  state: HopesState,
  own: OwnHopesState,
  roomId: LogId,
  me: AccountId,
): OwnHopesState["kept"][number] | undefined {
  const mine = cardOf(state, me);
  return own.kept.find((one) => one.roomId === roomId && one.card === mine?.card && one.commitment === mine.commitment);
}

/** Where the two cards stand, as `me` sees it. */
export type HopesStanding =
  /** Mine is not written. */
  | "to-write"
  /** Mine is not written, the other's lies there. */
  | "other-waits"
  /** Mine lies there, the other's not yet. */
  | "waits"
  /** Both lie there, not both are open. */
  | "turning"
  /** Mine is not turned over, and what opens it is not in my own log any more. */
  | "lost"
  | "changed-mine"
  | "changed-theirs"
  | "open";

/** Where the two cards stand. Screens show neither card before "open". */
export function standingOf(
  state: HopesState,
  own: OwnHopesState,
  roomId: LogId,
  me: AccountId,
  other: AccountId,
): HopesStanding {
  const [mine, theirs] = [cardOf(state, me), cardOf(state, other)];
  if (!mine) return theirs ? "other-waits" : "to-write";
  if (mine.isChanged) return "changed-mine";
  if (mine.text === undefined && !revealOf(state, own, roomId, me)) return "lost";
  if (theirs?.isChanged) return "changed-theirs";
  if (!theirs) return "waits";
  return mine.text !== undefined && theirs.text !== undefined ? "open" : "turning";
}

/** True until both cards are open: a session may offer its card of hopes. */
export function needsHopes(state: HopesState, me: AccountId, other: AccountId): boolean {
  return cardOf(state, me)?.text === undefined || cardOf(state, other)?.text === undefined;
}

/** The choices that both made, and made differently (P77). What one of them left open is no difference. */
export function differingChoices(mine: HopesWords, theirs: HopesWords): ReadonlyArray<Choice | "help"> {
  const single = choiceNames.filter((name) => mine[name] !== "" && theirs[name] !== "" && mine[name] !== theirs[name]);
  const isOther = mine.help.toSorted().join() !== theirs.help.toSorted().join();
  return mine.help.length > 0 && theirs.help.length > 0 && isOther ? [...single, "help"] : single;
}
