import { vault } from "../../../vault/browser/client.ts";
import type { KeysToCompare, MeetRefusal, PersonMet } from "../../../vault/letters.ts";
import type { LogId } from "../../../values/id.ts";
import { listOffered } from "../../programme/disclosures/api.ts";
import type { OfferedContact } from "../../programme/disclosures/schema.ts";
import { type Reading, useReading } from "./reading.tsx";
import type { NotShown } from "./rules.ts";

/** A contact who may be offered here, with what this device says of their key. */
export interface MetContact extends OfferedContact {
  /** Six words; two times six where they are to be compared; a refusal where the key is not taken. */
  readonly met: PersonMet | KeysToCompare | MeetRefusal;
}

/** True where things can be sealed to somebody. */
export function isMet(met: MetContact["met"]): met is PersonMet {
  return typeof met === "object" && "fingerprint" in met;
}

/** The contacts for a room, as the server and this device have them now. */
async function offeredNow(roomId: LogId, signal: AbortSignal): Promise<ReadonlyArray<MetContact> | undefined> {
  const answer = await listOffered(roomId, signal);
  return answer.kind === "done" ? Promise.all(answer.value.contacts.map(meet)) : undefined;
}

/** Looks once more before something is sealed: their keys may have changed since the page was opened. */
export async function isStillMet(roomId: LogId, contact: MetContact): Promise<NotShown | undefined> {
  const now = await offeredNow(roomId, new AbortController().signal);
  if (!now) return "offline";
  const found = now.find(({ accountId }) => accountId === contact.accountId);
  if (!found) return "not-offered";
  const isSame = isMet(found.met) && isMet(contact.met) && found.met.identity === contact.met.identity;
  return isSame ? undefined : "keys-changed";
}

/** The contacts for a room, each with the fingerprint of the key that things would be sealed to. */
export function useOffered(roomId: LogId): Reading<ReadonlyArray<MetContact> | "offline"> {
  return useReading(roomId, async (signal) => (await offeredNow(roomId, signal)) ?? "offline");
}

async function meet(contact: OfferedContact): Promise<MetContact> {
  return { ...contact, met: await vault.meetPerson(contact.accountId, contact.bundles) };
}
