/** One's own addresses: the one of the account, and a private one beside it. Either signs in. Their owner and the server see them. */
import * as z from "zod/mini";
import { operation } from "../../../values/operation.ts";
import { EmailAddress } from "../../../values/text.ts";
import { Token } from "../sign-in/schema.ts";

/** Which of somebody's addresses. "work": the one by which the account is known. */
export const Place = z.enum(["work", "private"]);
/** Which of somebody's addresses. */
export type Place = z.infer<typeof Place>;

/** The id of one change, chosen by the client. */
export const ChangeId = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** What the person's identity key has signed, base64url; null where they have no keys. */
export const Change = z.nullable(z.string().check(z.regex(/^[\w-]+$/), z.maxLength(2000)));

/** Reads one's own. */
export const ReadAddresses = operation({
  id: "readAddresses",
  method: "GET",
  path: "/addresses",
  summary: "The caller's addresses",
  answer: z.object({ email: z.string(), privateEmail: z.nullable(z.string()), needsKeys: z.boolean() }),
});

/**
 * Asks for a code at the address that is wanted. Answered alike whoever has it, and nothing changes yet.
 * "began-anew": new keys were made within a week, so that whoever reads a mail cannot go on to take the address.
 * "own-already": it is one of the caller's two addresses.
 */
export const AskAddress = operation({
  id: "askAddress",
  method: "POST",
  path: "/addresses",
  summary: "Ask for a code at a new address",
  body: z.strictObject({ id: ChangeId, place: Place, email: EmailAddress }),
  refusals: ["too-many-tries", "began-anew", "own-already"],
});

/** Takes the address, with the code that came there. The one of before is told, and every other browser is signed out. */
export const TakeAddress = operation({
  id: "takeAddress",
  method: "POST",
  path: "/addresses/taken",
  summary: "Take a new address with its code",
  body: z.strictObject({ id: ChangeId, code: z.string().check(z.regex(/^\d{6}$/)), change: Change }),
  refusals: ["wrong-code", "too-many-tries", "expired", "not-signed", "began-anew"],
});

/** Removes the private address. */
export const RemoveAddress = operation({
  id: "removeAddress",
  method: "POST",
  path: "/addresses/removals",
  summary: "Remove the caller's private address",
  body: z.strictObject({ id: ChangeId, change: Change }),
  refusals: ["not-signed", "began-anew"],
});

/** Takes an address back that somebody without keys has left, by the link that was mailed to it. Every browser is signed out. */
export const UndoAddress = operation({
  id: "undoAddress",
  method: "POST",
  path: "/addresses/undone",
  summary: "Take an address back by the link that was mailed to it",
  body: z.strictObject({ token: Token }),
  refusals: ["expired"],
});
