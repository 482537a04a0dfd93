import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { MeetRefusal } from "../../../vault/letters.ts";
import type { LogId } from "../../../values/id.ts";
import { listOffered } from "../../programme/disclosures/api.ts";
import type { OfferedContact } from "../../programme/disclosures/schema.ts";

/** A contact who may be offered here, with what this device says of their key. */
export interface MetContact extends OfferedContact {
  /** Six words; a refusal where the key is not taken. */
  readonly met: { readonly fingerprint: string } | MeetRefusal;
}

/** The contacts for a room, each with the fingerprint of the key that things would be sealed to; `undefined` until all are known. */
export function useOffered(roomId: LogId): ReadonlyArray<MetContact> | "offline" | undefined {
  const offered = useSignal<ReadonlyArray<MetContact> | "offline" | undefined>(undefined);
  useEffect(() => {
    const stopper = new AbortController();
    const read = async () => {
      const answer = await listOffered(roomId, stopper.signal);
      const list = answer.kind === "done" ? answer.value.contacts : undefined;
      const met = list && (await Promise.all(list.map(meet)));
      if (!stopper.signal.aborted) offered.value = met ?? "offline";
    };
    void read();
    return () => stopper.abort();
  }, [roomId, offered]);
  return offered.value;
}

async function meet(contact: OfferedContact): Promise<MetContact> {
  return { ...contact, met: await vault.meetPerson(contact.accountId, contact.bundles) };
}
