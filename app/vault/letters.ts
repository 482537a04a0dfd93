/** What the screens ask of the vault about letters: what is shown to a contact for concerns, and the answer (docs/protocol.md). */
import type { LetterRefusal } from "@oakroom/crypto";
import type { AccountId, LetterId, LogId } from "../values/id.ts";

/** Somebody's keys, as this device took them. */
export interface PersonMet {
  /** The identity, as hex. */
  readonly identity: string;
  /** Six words, to be compared by phone. */
  readonly fingerprint: string;
}

/** Somebody has other keys than those that are known, and they may be theirs: they are held until somebody has compared them. */
export interface KeysToCompare {
  /** Six words of the keys of before; missing on a device that never had them. */
  readonly before: string | undefined;
  /** Six words of those that the server shows now. */
  readonly now: string;
  /** Their identity, as hex. */
  readonly offered: string;
}

/** Why somebody's keys are not taken. "keys-changed": they are others than those that this person's log, or this device, knows. */
export type MeetRefusal = "keys-changed" | "no-keys" | "locked";

/** A letter that is about to be sealed. */
export interface LetterToSeal {
  readonly letter: LetterId;
  /** Somebody whose keys were met. */
  readonly to: AccountId;
  /** JSON, as the feature's own schema has it. */
  readonly text: string;
  /** Items to go along as proofs, by their hashes. */
  readonly items?: { readonly room: LogId; readonly hashes: ReadonlyArray<string> };
}

/** Why a letter was not sealed. "no-such-item": an item is not here, or cannot be proven. */
export type SealRefusal = "locked" | "not-met" | "no-such-item" | "too-long";

/** A letter that arrived. */
export interface LetterToOpen {
  readonly letter: LetterId;
  /** Who is said to have written it; their keys were met. */
  readonly from: AccountId;
  readonly sealed: string;
}

/** A letter, opened. "unknown-key": its signature holds, and it is not that of the keys that were met. */
export interface LetterOpened {
  readonly result: "authentic" | "unknown-key";
  readonly text: string;
  readonly proofs: ReadonlyArray<Uint8Array>;
}

/** What the vault does with letters. Letters are base64url. */
export interface LetterVault {
  /** The six words of one's own key, to be read aloud; `undefined` while locked. */
  fingerprint(): Promise<string | undefined>;
  /** Takes somebody's signed keys as the server shows them, oldest first; never others than those that are known. */
  meetPerson(account: AccountId, bundles: ReadonlyArray<string>): Promise<PersonMet | KeysToCompare | MeetRefusal>;
  /** The six words of somebody's other keys were compared: these are theirs from now on, on each device of one's own. */
  takeCompared(account: AccountId, offered: string): Promise<PersonMet | MeetRefusal>;
  /** Seals a letter to somebody's newest key, and notes that key in one's own log: another one is refused from then on. */
  sealLetter(letter: LetterToSeal): Promise<{ readonly sealed: string } | SealRefusal>;
  /** Opens a letter to oneself. */
  openLetter(letter: LetterToOpen): Promise<LetterOpened | LetterRefusal | "locked">;
}
