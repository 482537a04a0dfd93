/**
 * The device that has the keys: it shows twelve words, waits for whoever knows them, and answers once its owner says yes. The master
 * key is held for as long as that takes, ten minutes at most, and wiped.
 */
import { type Amk, type Pairing, type PairingRequest, id, loadPairing, wipe } from "@oakroom/crypto";
import {
  AnswerPairing,
  EndPairing,
  OfferPairing,
  pairingLifeMs,
  ReadPairing,
} from "../../../features/room/log/keys/pairing/schema.ts";
import { toBase64url } from "../../../values/bytes.ts";
import { uuidBytes } from "../../../values/id.ts";
import { later } from "../../../values/instant.ts";
import type { PairingGuest, PairingOffer, Secret, UnlockRefusal } from "../../secrets.ts";
import { only } from "../../store.ts";
import { readRecords } from "../../wire.ts";
import { userOf } from "../../ids.ts";
import type { Account } from "../account.ts";
import { fetchKeyRecords, withSecret } from "../key-records.ts";
import { waitFor } from "./waiting.ts";

interface Asked {
  readonly bytes: Uint8Array;
  readonly request: PairingRequest;
}

/** One offer, from the words to the answer. */
export class Offering {
  readonly #account: Account;
  readonly #pairing: Pairing;
  readonly #amk: Amk;
  readonly #over = new AbortController();
  #asked: Asked | undefined;

  private constructor(account: Account, pairing: Pairing, amk: Amk) {
    this.#account = account;
    this.#pairing = pairing;
    this.#amk = amk;
    account.keeper?.session.ending.signal.addEventListener("abort", () => this.end());
    void account.host.wait(pairingLifeMs, this.#over.signal).then(() => this.end());
  }

  /** Opens the keys once more, and a place for the new device. */
  static async begin(
    account: Account,
    secret: Secret,
  ): Promise<{ readonly offering: Offering; readonly offer: PairingOffer } | UnlockRefusal | "locked"> {
    const { host, me, keeper } = account;
    if (!keeper) return "locked";
    const records = await fetchKeyRecords(host, await host.store.get("account", only));
    if (typeof records === "string") return records;
    const { copyAmk, derivePairing, makePairingSecret, pairingWords } = await loadPairing();
    const opened = await withSecret(me, records, secret, async ({ amk }) => ({ amk: copyAmk(amk) }));
    if (typeof opened === "string") return opened;
    const shown = makePairingSecret();
    const pairing = await derivePairing(shown, userOf(me));
    const words = await pairingWords(shown);
    wipe(shown);
    const offering = new Offering(account, pairing, opened.value.amk);
    const reply = await host.server.call(OfferPairing, { body: { mailbox: offering.#mailbox } });
    if (reply.kind !== "done") {
      offering.end();
      return "offline";
    }
    return { offering, offer: { words, until: later(host.clock(), pairingLifeMs) } };
  }

  get #mailbox(): string {
    return toBase64url(this.#pairing.mailbox);
  }

  /** Waits for the new device, and says what it calls itself. What somebody asked who does not know the words ends it. */
  async guest(): Promise<PairingGuest | "over"> {
    const { server } = this.#account.host;
    const asked = await waitFor(this.#account, this.#over.signal, async () => {
      const reply = await server.call(ReadPairing, { params: { mailbox: this.#mailbox } });
      if (reply.kind === "refused") return "over" as const;
      const [request] = (reply.kind === "done" && readRecords(reply.value)) || [];
      return request ? { request } : "waiting";
    });
    if (asked === "over") return asked;
    const { pairingCheck, readPairingRequest } = await loadPairing();
    const request = await readPairingRequest(this.#pairing, asked.request);
    if (!request) {
      this.end();
      return "over";
    }
    this.#asked = { bytes: asked.request, request };
    return { name: request.name, check: await pairingCheck(asked.request) };
  }

  /** Its owner has said yes: passes the master key on. */
  async admit(): Promise<PairingRequest | "over" | "offline"> {
    const { host, keeper } = this.#account;
    const asked = this.#asked;
    if (!asked || !keeper || this.#over.signal.aborted) return "over";
    const { answerPairing } = await loadPairing();
    const ringVersion = (await host.store.get("account", only))?.ringVersion ?? 1;
    const from = id("device", uuidBytes(keeper.session.device));
    const gift = { amk: this.#amk, ringVersion };
    const body = await answerPairing(this.#pairing, asked.bytes, asked.request, from, gift);
    const reply = await host.server.call(AnswerPairing, { params: { mailbox: this.#mailbox }, body });
    if (reply.kind !== "done") return reply.kind === "refused" ? "over" : "offline";
    // The place stays until the answer is taken.
    this.#wipe();
    return asked.request;
  }

  #wipe(): void {
    wipe(this.#amk, this.#pairing.psk);
    this.#over.abort();
  }

  /** Wipes what it holds, and closes the place. */
  end(): void {
    if (this.#over.signal.aborted) return;
    this.#wipe();
    void this.#account.host.server.call(EndPairing, { params: { mailbox: this.#mailbox } });
  }
}
