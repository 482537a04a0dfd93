/** What the browser asks about a next programme. */
import type { BodyOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import { AddContinuing, ListContinuing, MakeNext } from "./schema.ts";

/** Makes a next programme with the settings of this one. */
export function makeNext(programmeId: string, body: BodyOf<typeof MakeNext>) {
  return call(MakeNext, { params: { programmeId }, body });
}

/** Who took part in the programme that this one follows. */
export function listContinuing(programmeId: string, signal: AbortSignal) {
  return call(ListContinuing, { params: { programmeId } }, { signal });
}

/** Puts people of the last programme on the list of this one. */
export function addContinuing(programmeId: string, body: BodyOf<typeof AddContinuing>) {
  return call(AddContinuing, { params: { programmeId }, body });
}
