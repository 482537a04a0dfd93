/** What the screens ask of the vault about keys alone: making, opening, closing and changing them. */
import { PutRing } from "../../features/room/log/keys/schema.ts";
import { EndDevice, ListDevices } from "../../features/room/log/keys/devices/schema.ts";
import { DeviceId, uuidText } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type {
  AddressToSign,
  AnewRefusal,
  CancelRefusal,
  Device,
  DeviceSeen,
  EnrolRefusal,
  KeyNews,
  KeyVault,
  Loss,
  NewPasskey,
  PairingGuest,
  PairingOffer,
  PairingRefusal,
  PassphraseRefusal,
  RecoveryCode,
  RetireRefusal,
  Secret,
  SignedPasskey,
  UnlockRefusal,
  UnlockingPasskey,
  Way,
} from "../secrets.ts";
import type { Account } from "./account.ts";
import { lostKeys } from "./lost/load.ts";
import type { Pairings } from "./pairing/pairings.ts";
import { named, recoveryConfirmed } from "./pins.ts";
import { noteChange } from "./noting.ts";
import { groupsMatch } from "./recovery-check.ts";
import { makePassphrase, refuseWeak } from "./weak.ts";

// What changes keys is needed on few days: its code comes then.
const fresh = () => import("./fresh.ts");
const passkeys = () => import("./passkeys.ts");

/** The keys of a started account. */
export class AccountKeys implements KeyVault {
  readonly #account: Account;
  #pairings: Promise<Pairings> | undefined;
  /** By the id of a passkey that was signed for: what lists it, once the server has it. */
  readonly #rings = new Map<string, Uint8Array>();

  constructor(account: Account) {
    this.#account = account;
  }

  suggestPassphrase(): Promise<string> {
    return makePassphrase();
  }

  refusePassphrase(
    passphrase: string,
    own?: ReadonlyArray<string>,
  ): Promise<PassphraseRefusal | "offline" | undefined> {
    return refuseWeak(passphrase, own);
  }

  enrol(first: string | UnlockingPasskey): Promise<RecoveryCode | EnrolRefusal> {
    return this.#account.enrol(first);
  }

  beginAnew(first: string | UnlockingPasskey): Promise<RecoveryCode | AnewRefusal> {
    return this.#account.beginAnew(first);
  }

  async loss(): Promise<Loss | undefined> {
    return (await lostKeys()).readLoss(this.#account.host);
  }

  cancelAnew(secret: Secret): Promise<CancelRefusal | undefined> {
    return this.#account.cancelAnew(secret);
  }

  forgetHere(): Promise<void> {
    return this.#account.forgetHere();
  }

  async recoveryGroupsToConfirm(): Promise<ReadonlyArray<number> | undefined> {
    const notes = this.#account.keeper?.own.notes;
    return notes?.isRecoveryConfirmed === false ? notes.recovery?.groups : undefined;
  }

  async confirmRecoveryGroups(groups: ReadonlyArray<string>): Promise<"different" | "locked" | undefined> {
    const own = this.#account.keeper?.own;
    if (!own) return "locked";
    const check = own.notes.recovery;
    if (!check || !(await groupsMatch(check, groups))) return "different";
    await own.note(recoveryConfirmed(check));
    return undefined;
  }

  unlock(secret: Secret): Promise<UnlockRefusal | undefined> {
    return this.#account.unlock(secret);
  }

  lock(): Promise<void> {
    return this.#account.lock();
  }

  async replacePassphrase(secret: Secret, passphrase: string): Promise<UnlockRefusal | PassphraseRefusal | undefined> {
    const refused =
      (await refuseWeak(passphrase)) ??
      (await (await fresh()).replacePassphrase(this.#account, secret, passphrase)) ??
      (await this.unlock(secret));
    if (!refused) await noteChange(this.#account, "passphrase-set");
    return refused;
  }

  async replaceRecoveryCode(secret: Secret): Promise<RecoveryCode | UnlockRefusal> {
    const groups = await (await fresh()).replaceRecoveryCode(this.#account, secret);
    if (typeof groups === "string") return groups;
    const refused = await this.unlock(secret);
    if (refused) return refused;
    await this.#account.noteRecovery(groups);
    await noteChange(this.#account, "code-made");
    return { groups };
  }

  async checkSecret(secret: Secret): Promise<UnlockRefusal | undefined> {
    const refused = await (await passkeys()).checkSecret(this.#account, secret);
    const notes = this.#account.keeper?.own.notes;
    // Whoever has typed the whole code need not give three groups of it back.
    if (!refused && "recoveryCode" in secret && notes?.recovery && !notes.isRecoveryConfirmed)
      await this.#account.keeper?.own.note(recoveryConfirmed(notes.recovery));
    return refused;
  }

  async keyNames(): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries(this.#account.keeper?.own.notes.names ?? []);
  }

  async nameKey(id: string, name: string): Promise<void> {
    await this.#account.keeper?.own.note(named(id, name));
  }

  async signOutDevice(device: DeviceId): Promise<"offline" | undefined> {
    const reply = await this.#account.host.server.call(EndDevice, { params: { deviceId: device } });
    return reply.kind === "done" ? undefined : "offline";
  }

  async retireDevice(secret: Secret, device: DeviceId): Promise<RetireRefusal | undefined> {
    const refused = await this.#account.retire(secret, device);
    const { deviceNews, haveSeen } = await import("./key-news.ts");
    if (!refused) await haveSeen(this.#account.host.store, [deviceNews("device-out", device)]);
    return refused;
  }

  async devicesSeen(): Promise<Readonly<Record<string, DeviceSeen>>> {
    const reply = await this.#account.host.server.call(ListDevices, {});
    const devices = reply.kind === "done" ? reply.value.devices : [];
    return Object.fromEntries(
      devices.map(({ deviceId, seenOn, isSignedIn }) => [deviceId, { on: seenOn, isSignedIn }]),
    );
  }

  async devices(): Promise<ReadonlyArray<Device>> {
    const { keeper } = this.#account;
    const session = keeper?.session;
    const bundle = session?.bundles.of(session.me).at(-1);
    return (bundle?.devices ?? []).map(({ device, addedAt, retired }) => {
      const id = DeviceId.parse(uuidText(device));
      return {
        id,
        addedAt: Instant.parse(addedAt),
        isThisOne: id === session?.device,
        isRetired: retired,
        name: keeper?.own.notes.names.get(id),
      };
    });
  }

  async keyNews(): Promise<ReadonlyArray<KeyNews>> {
    const { keeper } = this.#account;
    return keeper ? (await import("./key-news.ts")).keyNews(keeper) : [];
  }

  async seeKeyNews(ids: ReadonlyArray<string>): Promise<void> {
    await (await import("./key-news.ts")).haveSeen(this.#account.host.store, ids);
  }

  async notePasskey(what: "passkey-added" | "passkey-removed", id: string): Promise<void> {
    const ring = this.#rings.get(id);
    this.#rings.delete(id);
    // Where this does not arrive, the passkey is listed when it is used.
    if (ring && what === "passkey-added") await this.#account.host.server.call(PutRing, { body: ring });
    await noteChange(this.#account, what, id);
  }

  // Few ever add a device this way: its code comes when somebody does.
  #pairing(): Promise<Pairings> {
    this.#pairings ??= import("./pairing/pairings.ts").then(({ Pairings: Made }) => new Made(this.#account));
    return this.#pairings;
  }

  async offerPairing(secret: Secret): Promise<PairingOffer | UnlockRefusal | "locked"> {
    return (await this.#pairing()).offer(secret);
  }

  async pairingGuest(): Promise<PairingGuest | "over"> {
    return (await this.#pairing()).guest();
  }

  async admitGuest(): Promise<"over" | "offline" | undefined> {
    return (await this.#pairing()).admit();
  }

  async askPairing(words: string): Promise<ReadonlyArray<string> | PairingRefusal> {
    return (await this.#pairing()).ask(words);
  }

  async joinPairing(): Promise<UnlockRefusal | "over" | undefined> {
    return (await this.#pairing()).join();
  }

  async endPairing(): Promise<void> {
    (await this.#pairings)?.end();
  }

  async waysToUnlock(): Promise<ReadonlyArray<Way>> {
    return (await import("./ways.ts")).waysToUnlock(this.#account);
  }

  async signPasskey(secret: Secret, passkey: NewPasskey): Promise<SignedPasskey | UnlockRefusal> {
    const added = await (await passkeys()).signPasskey(this.#account, secret, passkey);
    if (typeof added === "string") return added;
    if (added.ring) this.#rings.set(passkey.id, added.ring);
    return added.signed;
  }

  async openWithPasskey(secret: Secret, passkey: UnlockingPasskey): Promise<UnlockRefusal | undefined> {
    return (await passkeys()).openWithPasskey(this.#account, secret, passkey);
  }

  async signAddress(secret: Secret, wanted: AddressToSign): Promise<Uint8Array | UnlockRefusal> {
    return (await passkeys()).signAddress(this.#account, secret, wanted);
  }

  async signPasskeyRemoval(secret: Secret, id: string): Promise<Uint8Array | UnlockRefusal> {
    return (await passkeys()).signPasskeyRemoval(this.#account, secret, id);
  }
}
