/** What the browser asks about the first manager's address. */
import { call } from "../../../../../web/client/client.ts";
import { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";

/** Has six digits sent to the address. */
export function askSetUpCode(token: string, manager: { readonly name: string; readonly email: string }) {
  return call(AskSetUpCode, { body: { token, manager } });
}

/** Shows the digits of the mail. */
export function confirmSetUpAddress(token: string, code: string) {
  return call(ConfirmSetUpAddress, { body: { token, code } });
}
