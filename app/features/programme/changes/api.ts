/** What the browser asks about changes by managers. */
import type { ChangeId } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import { ListChanges, ListChangesAboutMe } from "./schema.ts";

/** A page of a programme's changes, behind an entry where one is given. */
export function listChanges(programmeId: string, before: ChangeId | undefined, signal: AbortSignal) {
  return call(ListChanges, { params: { programmeId }, query: before === undefined ? {} : { before } }, { signal });
}

/** What managers changed about me. */
export function listChangesAboutMe(signal: AbortSignal) {
  return call(ListChangesAboutMe, {}, { signal });
}
