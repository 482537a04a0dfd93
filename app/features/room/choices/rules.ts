/** What a person chose for their own eyes: cards they need no more, nudges they muted, and quiet during a session. Sealed: their owner alone. */
import type { SessionId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The longest name of a card or nudge. */
export const longestName = 60;

/** A card is shown no more, or again (4.1: each card can be hidden for good by its reader). */
export type CardHidden = Opened<"choices.card", { readonly card: string; readonly hidden: boolean }>;
/** A kind of nudge comes no more, or again. */
export type NudgeMuted = Opened<"choices.nudge", { readonly nudge: string; readonly muted: boolean }>;
/** Nothing from Oakroom until this session is closed; without a session, as usual (P06). */
export type QuietChosen = Opened<"choices.quiet", { readonly sessionId?: SessionId | undefined }>;

/** Everything chosen. Sealed: their owner alone. */
export interface ChoicesState {
  readonly hidden: ReadonlyArray<string>;
  readonly muted: ReadonlyArray<string>;
  readonly quiet: SessionId | undefined;
}

/** Folds choices. */
export const choices: Slice<ChoicesState, CardHidden | NudgeMuted | QuietChosen> = {
  name: "choices",
  initial: { hidden: [], muted: [], quiet: undefined },
  reduce(state, opened) {
    switch (opened.type) {
      case "choices.card":
        return { ...state, hidden: toggled(state.hidden, opened.payload.card, opened.payload.hidden) };
      case "choices.nudge":
        return { ...state, muted: toggled(state.muted, opened.payload.nudge, opened.payload.muted) };
      case "choices.quiet":
        return { ...state, quiet: opened.payload.sessionId };
      default:
        return state;
    }
  },
};

function toggled(names: ReadonlyArray<string>, name: string, isIn: boolean): ReadonlyArray<string> {
  const others = names.filter((each) => each !== name);
  return isIn ? [...others, name] : others;
}

/** True where its reader wants this card no more. */
export function isHidden(state: ChoicesState, card: string): boolean {
  return state.hidden.includes(card);
}

/** True where its owner muted this kind of nudge. */
export function isMuted(state: ChoicesState, nudge: string): boolean {
  return state.muted.includes(nudge);
}

/** True while this session is meant to be quiet. */
export function isQuiet(state: ChoicesState, sessionId: SessionId): boolean {
  return state.quiet === sessionId;
}
