/** What opens a person's keys, what came of trying, and what the vault does with keys alone. Plain data. */
import type { Day } from "../values/day.ts";
import type { DeviceId } from "../values/id.ts";
import type { Instant } from "../values/instant.ts";

/** What opens a person's keys. It never leaves the device, and neither does anything derived from it. */
export type Secret =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  /** The 32 bytes that a passkey gave for our input. */
  | { readonly passkey: Uint8Array };

/** The kinds of secrets. */
export type Way = "passphrase" | "recovery" | "passkey";

/** A passkey that opens keys: its id, and what it gave. */
export interface UnlockingPasskey {
  readonly id: string;
  readonly passkey: Uint8Array;
}

/** A passkey that a person adds. */
export interface NewPasskey {
  readonly id: string;
  /** The id of its credential, as the authenticator made it. */
  readonly credential: Uint8Array;
  /** What it gave; left out where it can sign in and opens nothing. */
  readonly passkey?: Uint8Array | undefined;
}

/** What a person's keys say about a passkey of theirs: records for the server, signed. */
export interface SignedPasskey {
  readonly change: Uint8Array;
  readonly slot: Uint8Array | undefined;
}

/** An address that a person wants for themselves, in the change with this id. */
export interface AddressToSign {
  readonly id: string;
  readonly use: "work" | "private" | "no-private" | "no-account";
  readonly address: string;
}

/** Why a passphrase is not good enough. */
export type PassphraseRefusal = "too-short" | "repeats" | "sequence" | "too-common" | "about-you";

/** Why keys were not made. */
export type EnrolRefusal = "already-enrolled" | "offline" | PassphraseRefusal;

/** Why a secret did not unlock. "mistyped": the recovery code's own check says so. "begun-anew": it opens the keys of before. */
export type UnlockRefusal = "wrong-secret" | "mistyped" | "no-keys" | "offline" | "stopped" | "begun-anew";

/** Why nobody began anew. "too-soon": it was cancelled within seven days, or done three times. */
export type AnewRefusal = "offline" | "too-soon" | PassphraseRefusal;

/** Why the keys of before were not taken back. "readmitted": the other person of a room has let the new ones in. */
export type CancelRefusal = "wrong-secret" | "mistyped" | "offline" | "readmitted";

/** That somebody began anew in the person's name. */
export interface Loss {
  readonly begunAt: Instant;
  /** False once the other person of a room has let the new keys in. */
  readonly mayCancel: boolean;
  /** True where this device holds the keys of before. */
  readonly isHere: boolean;
}

/** Why a device was not taken out. */
export type RetireRefusal = UnlockRefusal | "locked" | "no-such-device";

/** A new recovery code, shown once: nine groups of four signs. */
export interface RecoveryCode {
  readonly groups: ReadonlyArray<string>;
}

/** One of the person's devices. */
export interface Device {
  readonly id: DeviceId;
  readonly addedAt: Instant;
  readonly isThisOne: boolean;
  readonly isRetired: boolean;
  /** What its owner calls it; missing where nobody named it. */
  readonly name: string | undefined;
}

/** What the server says of a device: the day on which it was last here, and whether it is signed in. */
export interface DeviceSeen {
  readonly on: Day;
  readonly isSignedIn: boolean;
}

/** Something that happened to the person's ways in on another device of theirs, and that they have not seen on this one. */
export interface KeyNews {
  readonly id: string;
  readonly what: "device-added" | "device-out" | "passkey-added" | "passkey-removed" | "passphrase-set" | "code-made";
  /** What its owner calls the device, or the passkey. */
  readonly name: string | undefined;
  readonly at: Instant | undefined;
  /** What its owner calls the device that did it, where that is known. */
  readonly by: string | undefined;
}

/** What a device shows for a new one to scan or type. */
export interface PairingOffer {
  readonly words: ReadonlyArray<string>;
  readonly until: Instant;
}

/** A new device that knows the words. */
export interface PairingGuest {
  /** What it calls itself. */
  readonly name: string;
  /** Two words that stand on its screen too. */
  readonly check: ReadonlyArray<string>;
}

/** Why a new device could not ask. "gone": no device of this person waits for these words. "used": somebody asked with them before. */
export type PairingRefusal = "wrong-length" | "unknown-word" | "mistyped" | "gone" | "used" | "offline";

/** What the vault does with keys alone: making, opening, closing and changing them. */
export interface KeyVault {
  /** A generated passphrase of six words. */
  suggestPassphrase(): Promise<string>;
  /** Why a passphrase is not good enough, before it is used. `own`: what others know of the person, such as names and addresses. */
  refusePassphrase(passphrase: string, own?: ReadonlyArray<string>): Promise<PassphraseRefusal | "offline" | undefined>;
  /** Makes the person's keys, with a passphrase or a passkey, and a recovery code that is shown now and never again. */
  enrol(first: string | UnlockingPasskey): Promise<RecoveryCode | EnrolRefusal>;
  /** Makes new keys in the place of those that are lost. Whatever lies on this device goes; rooms wait until the other person lets them in. */
  beginAnew(first: string | UnlockingPasskey): Promise<RecoveryCode | AnewRefusal>;
  /** Whether somebody began anew in the person's name; `undefined` where nobody did, or nobody can be asked. */
  loss(): Promise<Loss | undefined>;
  /** Takes the keys of before back, with what opens them. Every other sign-in ends. */
  cancelAnew(secret: Secret): Promise<CancelRefusal | undefined>;
  /** Forgets the keys of before on this device, so that it asks for what opens the new ones. What was not sent is gone. */
  forgetHere(): Promise<void>;
  /** Which three groups of the recovery code to ask back (from 1 to 9); `undefined` where that is done. */
  recoveryGroupsToConfirm(): Promise<ReadonlyArray<number> | undefined>;
  /** Takes the three groups asked for. "different": one of them is not what was shown. */
  confirmRecoveryGroups(groups: ReadonlyArray<string>): Promise<"different" | "locked" | undefined>;
  /** Unlocks; on a device that is not the person's yet, adds it and opens all history that is kept. */
  unlock(secret: Secret): Promise<UnlockRefusal | undefined>;
  /** Closes what is here until the next unlock: keys and everything readable go, the device stays. */
  lock(): Promise<void>;
  /** Sets a new passphrase, or a first one. Everything is sealed anew: the old one then opens copies of before alone. */
  replacePassphrase(secret: Secret, passphrase: string): Promise<UnlockRefusal | PassphraseRefusal | undefined>;
  /** Sets a new recovery code. Everything is sealed anew: the old one then opens copies of before alone. */
  replaceRecoveryCode(secret: Secret): Promise<RecoveryCode | UnlockRefusal>;
  /** Which ways of unlocking there are, as far as this device knows. */
  waysToUnlock(): Promise<ReadonlyArray<Way>>;
  /** Signs that a passkey may sign in, and seals the keys for it where it can open them. Sends nothing. */
  signPasskey(secret: Secret, passkey: NewPasskey): Promise<SignedPasskey | UnlockRefusal>;
  /** Seals the keys for a passkey that signs in already, so that it opens them too. */
  openWithPasskey(secret: Secret, passkey: UnlockingPasskey): Promise<UnlockRefusal | undefined>;
  /** Signs that a passkey goes, once everything is sealed anew for the other ways. */
  signPasskeyRemoval(secret: Secret, id: string): Promise<Uint8Array | UnlockRefusal>;
  /** Signs that the person wants an address. Sends nothing. */
  signAddress(secret: Secret, wanted: AddressToSign): Promise<Uint8Array | UnlockRefusal>;
  /** True words for "does my code work?": opens the keys and changes nothing. */
  checkSecret(secret: Secret): Promise<UnlockRefusal | undefined>;
  /** The person's devices. */
  devices(): Promise<ReadonlyArray<Device>>;
  /** When the person's devices were last here, by their ids, as far as the server can be asked and knows them. */
  devicesSeen(): Promise<Readonly<Record<string, DeviceSeen>>>;
  /** What the person calls their devices and passkeys, by their ids. */
  keyNames(): Promise<Readonly<Record<string, string>>>;
  /** Names a device or a passkey. Sealed: its owner alone. */
  nameKey(id: string, name: string): Promise<void>;
  /** What happened to the person's keys on their other devices and was not seen on this one: from signed records alone. */
  keyNews(): Promise<ReadonlyArray<KeyNews>>;
  /** The person has seen it on this device. */
  seeKeyNews(ids: ReadonlyArray<string>): Promise<void>;
  /** Tells the other devices that a passkey was added or removed here. */
  notePasskey(what: "passkey-added" | "passkey-removed", id: string): Promise<void>;
  /** Opens the keys once more, and offers them to a new device for ten minutes, under words that this one shows. */
  offerPairing(secret: Secret): Promise<PairingOffer | UnlockRefusal | "locked">;
  /** Waits for the new device. "over": the time is, or it was ended, or somebody asked who does not know the words. */
  pairingGuest(): Promise<PairingGuest | "over">;
  /** The person sees the same two words on both: passes the keys on. */
  admitGuest(): Promise<"over" | "offline" | undefined>;
  /** On the new device: asks with the words of the other one. Answers the two words that both show. */
  askPairing(words: string): Promise<ReadonlyArray<string> | PairingRefusal>;
  /** Waits for the other device's yes, then unlocks and adds this one. */
  joinPairing(): Promise<UnlockRefusal | "over" | undefined>;
  /** Ends a pairing on this device, on either side. */
  endPairing(): Promise<void>;
  /** Signs a device out at once. Needs no secret: whoever lost it is in a hurry. */
  signOutDevice(device: DeviceId): Promise<"offline" | undefined>;
  /** Takes a device out: nothing that it writes counts from now on, and nothing new can be opened with what lies on it. */
  retireDevice(secret: Secret, device: DeviceId): Promise<RetireRefusal | undefined>;
}
