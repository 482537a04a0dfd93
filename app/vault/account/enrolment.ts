/** Enrolling, and what becomes of an enrolment whose answer was lost. */
import { equal } from "@oakroom/crypto";
import { EnrolKeys, ReadMyKeys } from "../../features/room/log/keys/schema.ts";
import type { AccountId } from "../../values/id.ts";
import type { VaultHost } from "../host.ts";
import { only, tableNames } from "../store.ts";
import type { EnrolRefusal, UnlockingPasskey } from "../secrets.ts";
import { type MyKeys, readMyKeys } from "../wire.ts";
import { refuseWeak } from "./weak.ts";
import type { Prepared } from "./enrolling.ts";

/** Asks what keys the server has of the person. */
export async function askForKeys({ server }: VaultHost): Promise<MyKeys | "none" | "offline"> {
  const reply = await server.call(ReadMyKeys, {});
  return (reply.kind === "done" ? readMyKeys(reply.value) : undefined) ?? "offline";
}

/** One device's enrolment: at most one under way. */
export class Enrolment {
  readonly #host: VaultHost;
  readonly #me: AccountId;
  #prepared: Prepared | undefined;

  constructor(host: VaultHost, me: AccountId) {
    this.#host = host;
    this.#me = me;
  }

  /** Makes keys and sends them. Asked again after a lost answer, the very same keys are sent. */
  async enrol(first: string | UnlockingPasskey): Promise<Prepared | EnrolRefusal> {
    const refused = typeof first === "string" ? await refuseWeak(first) : undefined;
    if (refused) return refused;
    this.#prepared ??= await this.#prepare(first);
    const prepared = this.#prepared;
    const reply = await this.#host.server.call(EnrolKeys, { body: prepared.body });
    if (reply.kind !== "done" && reply.kind !== "refused") return "offline";
    if (reply.kind === "refused") {
      const keys = await askForKeys(this.#host);
      if (keys === "offline") return keys;
      if (keys === "none" || !equal(keys.bundle, prepared.bundle)) {
        await this.forget();
        return "already-enrolled";
      }
    }
    this.#prepared = undefined;
    await this.#host.store.commit([{ remove: "enrolment", key: only }]);
    return prepared;
  }

  async #prepare(first: string | UnlockingPasskey): Promise<Prepared> {
    // Once in a life: its code comes then.
    const { prepareEnrolment } = await import("./enrolling.ts");
    const prepared = await prepareEnrolment(this.#host, this.#me, first);
    await this.#host.store.commit(prepared.changes);
    return prepared;
  }

  /** After a restart: what had reached the server counts ("mine"), what had not is forgotten. */
  async settle(keys: MyKeys | "none"): Promise<"mine" | "not-mine"> {
    const enrolment = await this.#host.store.get("enrolment", only);
    if (!enrolment || this.#prepared) return "not-mine";
    if (keys !== "none" && equal(keys.bundle, enrolment.bundle)) {
      await this.#host.store.commit([{ remove: "enrolment", key: only }]);
      return "mine";
    }
    await this.forget();
    return "not-mine";
  }

  /** Removes keys that are nobody's. */
  async forget(): Promise<void> {
    await this.#host.store.commit(tableNames.map((clear) => ({ clear })));
    this.#prepared = undefined;
  }
}
