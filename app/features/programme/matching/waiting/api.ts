/** What the browser asks for somebody who waits. */
import { call } from "../../../../web/client/client.ts";
import { ReadWaiting } from "./schema.ts";

/** Until when the suggestions go that are open now. */
export function readWaiting(programmeId: string, signal: AbortSignal) {
  return call(ReadWaiting, { params: { programmeId } }, { signal });
}
