/** One's own addresses between browser and server. */
import { toBase64url } from "../../../values/bytes.ts";
import { call } from "../../../web/client/client.ts";
import { AskAddress, type Place, ReadAddresses, RemoveAddress, TakeAddress, UndoAddress } from "./schema.ts";

/** Reads one's own. */
export function readAddresses(signal: AbortSignal) {
  return call(ReadAddresses, {}, { signal });
}

/** Asks for a code at an address. */
export function askAddress(wanted: { readonly id: string; readonly place: Place; readonly email: string }) {
  return call(AskAddress, { body: wanted });
}

/** Takes the address with its code. `change`: what the person's keys have signed, where they have some. */
export function takeAddress(id: string, code: string, change: Uint8Array | undefined) {
  return call(TakeAddress, { body: { id, code, change: change ? toBase64url(change) : null } });
}

/** Removes the private address. */
export function removeAddress(id: string, change: Uint8Array | undefined) {
  return call(RemoveAddress, { body: { id, change: change ? toBase64url(change) : null } });
}

/** Takes an address back by the link that was mailed to it. */
export function undoAddress(token: string) {
  return call(UndoAddress, { body: { token } });
}
