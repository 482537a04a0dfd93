import { makeUuid } from "../../values/id.ts";

/** A new id (uuid version 7), made here so that a request that is sent again is the same request. Parse it with the kind it becomes. */
export function newId(): string {
  return makeUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
