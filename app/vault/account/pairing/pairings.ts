/** Pairing as the screens ask for it: at most one at a time, on either side. */
import type { PairingGuest, PairingOffer, PairingRefusal, Secret, UnlockRefusal } from "../../secrets.ts";
import { uuidText } from "../../../values/id.ts";
import type { Account } from "../account.ts";
import { deviceNews, haveSeen } from "../key-news.ts";
import { Joining } from "./joining.ts";
import { Offering } from "./offering.ts";

/** The pairings of one account on this device. */
export class Pairings {
  readonly #account: Account;
  #offering: Offering | undefined;
  #joining: Joining | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  /** See `KeyVault.offerPairing`. */
  async offer(secret: Secret): Promise<PairingOffer | UnlockRefusal | "locked"> {
    this.end();
    const begun = await Offering.begin(this.#account, secret);
    if (typeof begun === "string") return begun;
    this.#offering = begun.offering;
    return begun.offer;
  }

  /** See `KeyVault.pairingGuest`. */
  async guest(): Promise<PairingGuest | "over"> {
    return this.#offering?.guest() ?? "over";
  }

  /** See `KeyVault.admitGuest`. */
  async admit(): Promise<"over" | "offline" | undefined> {
    const admitted = (await this.#offering?.admit()) ?? "over";
    if (typeof admitted === "string") return admitted;
    // Its owner has just said so here.
    const seen = deviceNews("device-added", uuidText(admitted.device));
    await haveSeen(this.#account.host.store, [seen]);
    return undefined;
  }

  /** See `KeyVault.askPairing`. */
  async ask(words: string): Promise<ReadonlyArray<string> | PairingRefusal> {
    this.end();
    const begun = await Joining.begin(this.#account, words);
    if (typeof begun === "string") return begun;
    this.#joining = begun.joining;
    return begun.check;
  }

  /** See `KeyVault.joinPairing`. */
  async join(): Promise<UnlockRefusal | "over" | undefined> {
    return this.#joining ? this.#joining.join() : "over";
  }

  /** Ends whatever is under way. */
  end(): void {
    this.#offering?.end();
    this.#joining?.end();
    this.#offering = undefined;
    this.#joining = undefined;
  }
}
