/** Every sentence about one's own addresses. */
import type { RefusalOf } from "../../../../values/operation.ts";
import type { AskAddress, RemoveAddress, TakeAddress } from "../../../programme/addresses/schema.ts";

/** The page. */
export const addressesText = {
  title: "Your addresses",
  lead: "Each address here signs you in to the same account.",
  work: "Your address",
  workHint: "Oakroom’s mails go there. Your programme’s list keeps the one by which you were invited.",
  change: "Change it",
  private: "A private address",
  privateHint:
    "For the day on which you no longer have the other one. You and whoever runs the server see it; managers never do.",
  none: "You have given none.",
  add: "Add one",
  remove: "Remove it",
  removeLead: "It no longer signs in, and is told so. Your other browsers are signed out.",
  newAddress: "The new address",
  addressWrong: "Type an address such as ana@example.org",
  ask: "Send a code there",
  sent: (address: string, isAdded: boolean) =>
    `If ${address} can be yours, a code is on its way there. ${isAdded ? "The address counts once you type the code." : "The address that you have now stays until you type the code."}`,
  code: "The six digits of the mail",
  codeWrong: "The code has six digits",
  keysAgree: "Your keys agree to it, so that nobody who merely reads your mail can do this.",
  take: "Take this address",
  taken: (address: string, isAdded: boolean) =>
    `${address} signs you in from now on, ${isAdded ? "beside your other address" : "and the one before does not any more"}. Your other browsers are signed out.`,
  removed: "Your private address is removed.",
  cancel: "Cancel",
} as const;

type Word =
  | RefusalOf<typeof AskAddress>
  | RefusalOf<typeof TakeAddress>
  | RefusalOf<typeof RemoveAddress>
  | "not-found"
  | "fields";

const again = "That did not work. Begin once more.";

/** Why an address did not change. */
export const addressFault: Readonly<Record<Word, string>> = {
  "too-many-tries": "There were many tries in a short time. Wait a quarter of an hour.",
  "own-already": "This address signs you in already. Type another one.",
  "began-anew": "You made new keys within the last seven days. Until then addresses stay as they are.",
  "wrong-code": "This is not the code of the newest mail there. Look again.",
  expired: "This code has expired. Ask for another one.",
  "not-signed": again,
  "not-found": again,
  fields: again,
};
