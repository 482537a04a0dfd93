/** What the browser asks about leaving. */
import { call } from "../../../web/client/client.ts";
import { ListLeavings } from "./schema.ts";

/** Where I have left, and until when my rooms wait. */
export function listLeavings(signal?: AbortSignal) {
  return call(ListLeavings, {}, signal ? { signal } : {});
}
