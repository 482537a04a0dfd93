/** The new device: it has read twelve words, asks, and opens the keys with what it is answered. From there on it joins as after any unlock. */
import { type Pairing, type PairingAsked, id, loadPairing, makeDeviceKeys, wipe } from "@oakroom/crypto";
import { AskPairing, TakePairing, pairingLifeMs } from "../../../features/room/log/keys/pairing/schema.ts";
import { toBase64url } from "../../../values/bytes.ts";
import { DeviceId, uuidBytes } from "../../../values/id.ts";
import type { PairingRefusal, UnlockRefusal } from "../../secrets.ts";
import { only } from "../../store.ts";
import { readRecords } from "../../wire.ts";
import { newUuid, userOf } from "../../ids.ts";
import type { Account } from "../account.ts";
import { withAmk } from "../key-records.ts";
import { waitFor } from "./waiting.ts";

/** One try to join. */
export class Joining {
  readonly #account: Account;
  readonly #pairing: Pairing;
  readonly #asked: PairingAsked;
  readonly #device: { readonly device: DeviceId; readonly keys: Awaited<ReturnType<typeof makeDeviceKeys>> };
  readonly #over = new AbortController();

  private constructor(account: Account, pairing: Pairing, asked: PairingAsked, made: Joining["made"]) {
    this.#account = account;
    this.#pairing = pairing;
    this.#asked = asked;
    this.#device = made;
    void account.host.wait(pairingLifeMs, this.#over.signal).then(() => this.end());
  }

  /** This device as the other one will know it. */
  get made() {
    return this.#device;
  }

  /** Reads the words and asks; the two words in the answer stand on both screens. */
  static async begin(
    account: Account,
    words: string,
  ): Promise<{ readonly joining: Joining; readonly check: ReadonlyArray<string> } | PairingRefusal> {
    const { host, me } = account;
    const { askToPair, derivePairing, pairingCheck, readPairingWords } = await loadPairing();
    const secret = await readPairingWords(words);
    if (typeof secret === "string") return secret;
    const pairing = await derivePairing(secret, userOf(me));
    wipe(secret);
    const made = await makeDevice(account);
    const asked = await askToPair(pairing, id("device", uuidBytes(made.device)), host.deviceName ?? "");
    const params = { mailbox: toBase64url(pairing.mailbox) };
    const reply = await host.server.call(AskPairing, { params, body: asked.request });
    if (reply.kind === "refused") return reply.refused;
    if (reply.kind !== "done") return "offline";
    return { joining: new Joining(account, pairing, asked, made), check: await pairingCheck(asked.request) };
  }

  /** Waits for the other device's yes, unlocks, and adds this device. */
  async join(): Promise<UnlockRefusal | "over" | undefined> {
    const { host, me } = this.#account;
    const params = { mailbox: toBase64url(this.#pairing.mailbox) };
    const taken = await waitFor(this.#account, this.#over.signal, async () => {
      const reply = await host.server.call(TakePairing, { params });
      if (reply.kind === "refused") return "over" as const;
      const [answer] = (reply.kind === "done" && readRecords(reply.value)) || [];
      return answer ? { answer } : "waiting";
    });
    if (taken === "over") {
      this.end();
      return taken;
    }
    const { openPairingAnswer } = await loadPairing();
    const opened = await openPairingAnswer(this.#pairing, this.#asked, taken.answer, ({ amk, ringVersion }) =>
      this.#account.unlockBy((records, use) => withAmk(me, records, amk, use), { ...this.#device, ringVersion }),
    );
    this.end();
    return typeof opened === "string" ? "over" : opened.value;
  }

  /** Wipes what it holds. */
  end(): void {
    wipe(this.#pairing.psk);
    this.#over.abort();
  }
}

/** A device that is the person's already and was locked stays what it is. */
async function makeDevice({ host }: Account): Promise<Joining["made"]> {
  const kept = await host.store.get("account", only);
  if (kept?.isListed) return { device: kept.device, keys: kept.keys };
  return { device: DeviceId.parse(newUuid(host)), keys: await makeDeviceKeys() };
}
