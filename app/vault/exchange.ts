/** What the vault works out for cards that two people exchange: commitments, and common ground. Plain data. */
import type { GroundRefusal } from "@oakroom/crypto";

/** A text that one is committed to, before it is shown to anybody: both as base64url. */
export interface CommittedCard {
  /** For the room. */
  readonly commitment: string;
  /** The record that opens it, for one's own log, and for the room once the other person has committed too. */
  readonly reveal: string;
}

/** One step of common ground; records as base64url. */
export type GroundStep =
  | { readonly do: "offer"; readonly round: number; readonly picks: ReadonlyArray<string> }
  | ({ readonly do: "answer" } & GroundRecords)
  | ({ readonly do: "finish"; readonly answer: string } & GroundRecords);

/** One's own secret and offer of a round, and the other's offer. */
export interface GroundRecords {
  readonly round: number;
  readonly secret: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What came of a step. */
export type GroundDone =
  | { readonly is: "offered"; readonly offer: string; readonly secret: string }
  | { readonly is: "answered"; readonly answer: string }
  | { readonly is: "found"; readonly cards: ReadonlyArray<string> }
  | { readonly is: "refused"; readonly because: GroundRefusal | "locked" | "no-such-room" };
