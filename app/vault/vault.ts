/**
 * What the screens ask of the vault: it holds the keys and the synced logs, verifies, opens, folds, and sends in order, once.
 * It lives in a worker in the browser (`browser/client.ts`) and in Node for tests and the demo; everything passed is plain data.
 * An expected no is a word (text.ts has a sentence for each); a defect rejects.
 */
import type { ProofRefusal } from "@oakroom/crypto";
import type { PageEvent } from "../features/room/state/documents.ts";
import type { OwnEvent, OwnState, RoomEvent, RoomState } from "../features/room/state/fold.ts";
import type { NewEvent } from "../features/room/state/schema.ts";
import type { LiveFact } from "../features/room/log/schema.ts";
import type { ProofShown } from "./files/proof-shown.ts";
import type { CommittedCard, GroundDone, GroundStep } from "./exchange.ts";
import type { KeyVault, Secret, UnlockRefusal } from "./secrets.ts";
import type { LetterVault } from "./letters.ts";
import type { AccountId, ItemId, LogId } from "../values/id.ts";
import type { Instant } from "../values/instant.ts";

/** Why this browser cannot hold keys. */
export type Unavailable = "no-storage" | "not-secure" | "no-crypto";

/**
 * Why the vault, or one room, stopped: the server said something that an honest one cannot say. Nothing is sent any more, nothing is lost.
 * "restored" is no attack: the server came back from a backup, and what it lacks is on its way back from the devices that hold it.
 */
export type Stop =
  | "keys-changed"
  | "bundle-older"
  | "bundle-forked"
  | "own-keys-exchanged"
  | "own-log-short"
  | "ring-older"
  | "shrunk"
  | "forked"
  | "epoch-forked"
  | "restored";

/** How the vault stands with the server. */
export interface Sync {
  /** False while there is no connection; what is written waits. */
  readonly online: boolean;
  /** Nobody is signed in any more: what is here stays readable, what is written waits. */
  readonly signedOut: boolean;
  /** How many events wait to be sent. */
  readonly waiting: number;
}

/** Where the vault stands. */
export type VaultStatus =
  | { readonly is: "starting" }
  | { readonly is: "unavailable"; readonly because: Unavailable }
  /** The person has no keys yet: offer to enrol. */
  | { readonly is: "no-keys" }
  /** Offline on a device that has never been here: nothing can be told yet. */
  | { readonly is: "unknown" }
  /** Ask for the passphrase or the recovery code. `isKnownDevice` is false where unlocking adds this device. */
  | { readonly is: "locked"; readonly isKnownDevice: boolean }
  | {
      readonly is: "unlocked";
      readonly sync: Sync;
      /** False until three groups of the recovery code were asked back (C04). */
      readonly isRecoveryConfirmed: boolean;
    }
  | { readonly is: "stopped"; readonly because: Stop };

/** Whether a room can be read and written. */
export type RoomCondition =
  /** Not yet read to its end on this device, so that what is here is no room yet: that takes a connection once. */
  | { readonly is: "unread" }
  /** Verifying what the server holds: `done` of `all` entries. The newest are shown already. */
  | { readonly is: "reading"; readonly done: number; readonly all: number }
  /** The other person has no keys yet. What is written waits, and goes out once they do. */
  | { readonly is: "waiting-for-other" }
  /** The keys of this room have not arrived on this device yet. */
  | { readonly is: "waiting-for-keys" }
  | { readonly is: "ready" }
  /**
   * This person lost every key and came back: the other one has to let them in. `isLostByBoth`: nobody can, and the two begin the room
   * anew. `hasFounded`: this person has signed that, and the other one has not.
   */
  | { readonly is: "to-be-readmitted"; readonly isLostByBoth: boolean; readonly hasFounded: boolean }
  /** The other person came back with new keys, and the words were compared: they wait to be let in, with or without what was written. */
  | { readonly is: "to-readmit" }
  /** The relationship has ended: readable, no longer writable. */
  | { readonly is: "closed" }
  | { readonly is: "stopped"; readonly because: Stop };

/** What the two said about erasing a room that has ended. */
export interface ErasingView {
  readonly mine: boolean;
  readonly theirs: boolean;
  /** Whose newest word says that the room stays, where the other's says yes. */
  readonly keptBy: "me" | "them" | undefined;
  /** "erased": both said yes, and nothing of the room is on this device. "dropped": the server keeps ended rooms no longer. */
  readonly gone: "erased" | "dropped" | undefined;
  /** When the second yes was signed, by its device's clock. */
  readonly erasedAt?: Instant;
}

/** Why a room was not begun anew. "not-lost": one of the two has not lost everything. "too-soon": one of them did within three days. */
export type BeginRefusal = UnlockRefusal | "locked" | "no-such-room" | "not-lost" | "not-compared" | "too-soon";

/** Why one's word about erasing was not taken. "began-anew": new keys erase nothing for a week. */
export type ErasingRefusal = UnlockRefusal | "locked" | "no-such-room" | "not-ended" | "erased" | "began-anew";

/** A room at a glance. Sealed: the two. Long lists are in `timeline`. */
export interface RoomView {
  readonly room: LogId;
  readonly me: AccountId;
  readonly other: AccountId;
  readonly condition: RoomCondition;
  /** False until the matching words were compared: the room says "not yet checked". */
  readonly isChecked: boolean;
  /** What was written and is not sent yet is folded in already. */
  readonly state: RoomState;
  /**
   * The room until the other member came back without what was written before: theirs no more, and only to be read. Missing where that
   * never was, and for whoever came back.
   */
  readonly before?: RoomState | undefined;
  /** Rises with every change of state or timeline: ask for the timeline again. */
  readonly revision: number;
  /** Events that can be read. */
  readonly events: number;
  /** Events of this device that wait to be sent. */
  readonly waiting: number;
  /** Items shown as damaged. */
  readonly damaged: number;
  /** Items that are genuine and whose key has not come yet: they are being opened, and not shown before. */
  readonly opening: number;
  /** Items that a newer Oakroom wrote. */
  readonly newer: number;
  /** Items that name something the server has not shown. */
  readonly gaps: number;
  readonly erasing: ErasingView;
  /** When the two began it anew, having both lost every key: what they wrote before is gone. */
  readonly begunAnewAt?: Instant | undefined;
  /** True where the other let one's new keys in without what was written before: that stays closed to one. */
  readonly isPastClosed?: boolean | undefined;
  /** When this device found the room whole after the server had come back from an older copy, and how many items it gave back itself. */
  readonly restored?: { readonly at: Instant; readonly gave: number } | undefined;
}

/** One line of a timeline, oldest first. `place` is what `before` takes. */
export type TimelineEntry<Event> =
  | { readonly is: "event"; readonly place: string; readonly event: Event; readonly isWaiting: boolean }
  /** Written by a newer Oakroom. */
  | { readonly is: "newer"; readonly place: string; readonly author: AccountId; readonly at: Instant }
  /** It did not verify, open or parse. */
  | { readonly is: "damaged"; readonly place: string; readonly author: AccountId | undefined }
  /** Its author retired the device and said that its chain ends before this. It was read here, and can be proven. */
  | { readonly is: "taken-back"; readonly place: string; readonly author: AccountId; readonly event: Event }
  /** Something before it is missing; `event` where it can be read all the same. It is not folded into the state. */
  | { readonly is: "after-gap"; readonly place: string; readonly author: AccountId; readonly event: Event | undefined };

/** A window of a timeline. */
export interface TimelinePage<Event> {
  readonly entries: ReadonlyArray<TimelineEntry<Event>>;
  /** True where there is more before the first entry. */
  readonly hasEarlier: boolean;
  readonly revision: number;
}

/** Which window. */
export interface TimelineWindow {
  /** The entries before this place; left out, the newest. */
  readonly before?: string;
  /** At most 200. */
  readonly limit: number;
  /** Only events of these types, as in "notes.written"; left out, everything. */
  readonly types?: ReadonlyArray<string>;
  /** Only what both can read, or only what is closed to the other (`RoomView.before`); left out, both. */
  readonly of?: "both" | "before";
}

/** Something that search found, newest first. */
export interface Found {
  readonly room: LogId;
  readonly event: RoomEvent;
}

/** The log of one's own at a glance. Sealed: its owner alone. */
export interface OwnView {
  readonly state: OwnState;
  readonly revision: number;
}

/** Why something was not written. */
export type WriteRefusal = "locked" | "no-such-room" | "closed" | "resting" | "paused" | "stopped";

/** What was written. It waits in the outbox, shown at once, and is sent in order, once. */
export interface Written {
  readonly id: ItemId;
}

/** The twelve matching words of a room, and what the QR code holds. Equal on both sides. */
export interface MatchingWords {
  readonly words: ReadonlyArray<string>;
  /** True where the first six are one's own. */
  readonly isMineFirst: boolean;
  /** Both full identity hashes: what the other device scans. */
  readonly code: string;
}

/** Why a comparison does not count. "different" means that somebody may be in between. */
export type CompareRefusal = "fewer-than-twelve" | "different" | "no-such-room" | "other-has-no-keys" | "locked";

/** A text to be signed with the identity key. */
export interface TextToSign {
  readonly agreementId: string;
  readonly version: number;
  readonly text: string;
}

/** What was typed on a page during one visit and is not written yet: an update in base64url. */
export interface PageDraft {
  readonly visit: number;
  /** Missing where there is none any more. */
  readonly update: string | undefined;
}

/** Stops a subscription. */
export type Unwatch = () => void;

/** The vault of one account on one device. */
export interface Vault extends KeyVault, LetterVault {
  /** Tells where the vault stands, now and after each change. */
  watchStatus(listener: (status: VaultStatus) => void): Promise<Unwatch>;
  /** Hints about open facts, from the live stream: fetch them again. */
  watchFacts(listener: (fact: LiveFact) => void): Promise<Unwatch>;

  /** The rooms of the person, at a glance. */
  rooms(): Promise<ReadonlyArray<RoomView>>;
  /** Tells how a room stands, now and after each change. The answer is "no-such-room" where there is none, or the vault is locked. */
  watchRoom(room: LogId, listener: (view: RoomView) => void): Promise<Unwatch | "no-such-room">;
  /** A window of a room's timeline. */
  timeline(room: LogId, window: TimelineWindow): Promise<TimelinePage<RoomEvent> | "no-such-room">;
  /** Everything readable, in all rooms or one, that holds all the words; newest first. */
  search(words: string, room?: LogId): Promise<ReadonlyArray<Found>>;
  /**
   * Tells the pieces of a page's document: all of them first, in the order of the fold, then those that are new, and those
   * that waited and now have a hash.
   */
  watchPage(
    room: LogId,
    page: ItemId,
    listener: (pieces: ReadonlyArray<PageEvent>) => void,
  ): Promise<Unwatch | "no-such-room">;
  /**
   * What was typed on a page here and is not written yet, by the visits that left it. With `mine`, that is kept first, and
   * nothing answered. Kept sealed, also while the vault is locked.
   */
  pageDrafts(page: ItemId, mine?: PageDraft): Promise<ReadonlyArray<PageDraft>>;
  /** Writes an event into a room. Rejects where the event does not fit its own declaration. With an `id` of before, nothing is written again. */
  write(room: LogId, event: NewEvent, id?: ItemId): Promise<Written | WriteRefusal>;

  /** Tells how one's own log stands, now and after each change. */
  watchOwn(listener: (view: OwnView) => void): Promise<Unwatch | "locked">;
  /** A window of one's own log. */
  ownTimeline(window: TimelineWindow): Promise<TimelinePage<OwnEvent> | "locked">;
  /** Writes an event into one's own log. */
  writeOwn(event: NewEvent, id?: ItemId): Promise<Written | WriteRefusal>;

  /** The words to compare with the other person. */
  matchingWords(room: LogId): Promise<MatchingWords | CompareRefusal>;
  /** The person read out all twelve words and each was the same: pass the twelve they heard. Counts the room as checked. */
  confirmWords(room: LogId, words: ReadonlyArray<string>): Promise<CompareRefusal | undefined>;
  /** The other device's code was scanned. Counts the room as checked where it is the same. */
  confirmScan(room: LogId, code: string): Promise<CompareRefusal | undefined>;

  /** Lets the other person in again, whose new keys were compared; with `history`, they read what was written before. False where it could not be. */
  readmit(room: LogId, history: boolean): Promise<boolean>;

  /** Says, signed with the identity key, that this person begins the room anew with the other one: both have lost every key, and compared the words. */
  beginTogether(room: LogId, secret: Secret): Promise<BeginRefusal | undefined>;

  /** Signs texts as one of the two, all with one unlock. The signatures go into the payload of an event that declares `signed`. */
  signTexts(
    room: LogId,
    texts: ReadonlyArray<TextToSign>,
    secret: Secret,
  ): Promise<ReadonlyArray<string> | UnlockRefusal | CompareRefusal>;
  /** Says, signed with the identity key, whether the person wants a room that has ended erased. Once both do, it is. */
  chooseErasing(room: LogId, yes: boolean, secret: Secret): Promise<ErasingRefusal | undefined>;
  /** Commits to a text for a card in a room. Nothing is written: both parts are the caller's to write, the reveal first. */
  commitCard(room: LogId, card: ItemId, text: string): Promise<CommittedCard | "locked">;
  /** Takes one step of common ground. Nothing is written; whoever asks keeps to one answer a round. */
  commonGround(room: LogId, step: GroundStep): Promise<GroundDone>;
  /** The proof of one item, by its hash or its id, to show to somebody outside: the item, no key, no other text. */
  proveItem(room: LogId, item: string): Promise<Uint8Array | "no-such-item">;
  /** The proofs of many, each by itself; `undefined` for what is not here. */
  proveItems(room: LogId, items: ReadonlyArray<string>): Promise<ReadonlyArray<Uint8Array | undefined>>;
  /** Reads a proof, offline. `identity` is the author's, known from elsewhere. */
  readProof(proof: Uint8Array, identity: string | undefined): Promise<ProofShown | ProofRefusal>;
  /** This person's identity, to be read aloud or put into a directory entry; `undefined` while locked. */
  identity(): Promise<string | undefined>;
  /** The newest verified heads of a log, as hex. */
  heads(log: LogId): Promise<ReadonlyArray<string>>;
}
