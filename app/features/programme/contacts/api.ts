/** What the browser asks about contacts for concerns. */
import type { ProgrammeId } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import { AskContacts, ChangeContact, ReadContacts } from "./schema.ts";

/** The contacts of a programme, for its managers. */
export function readContacts(programmeId: string, signal: AbortSignal) {
  return call(ReadContacts, { params: { programmeId } }, { signal });
}

/** Asks those by mail who are not ready. The id makes a repeat harmless. */
export function askContacts(programmeId: string, requestId: string) {
  return call(AskContacts, { params: { programmeId }, body: { requestId } });
}

/** Being a contact, or stepping down. */
export function changeContact(programmeId: ProgrammeId, act: "be-ready" | "step-down") {
  return call(ChangeContact, { params: { programmeId }, body: { act } });
}
