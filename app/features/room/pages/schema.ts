/** Sealed: pages that both write on. What a page holds travels as updates of a Yjs document; docs/protocol.md, section 12.2. */
import * as z from "zod/mini";
import { ItemId, SessionId } from "../../../values/id.ts";
import { plainLine, plainText } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestPage, longestTitle, mostHeads } from "./rules.ts";

const bytes = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[\w-]*$/));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const page = ItemId;

/** Somebody began a page. `page` is made by the author; the notes of a session have the session's own id. */
export const PageMade = defineEvent(
  "pages.made",
  1,
  z.strictObject({ page, title: z.optional(plainLine(longestTitle)), sessionId: z.optional(SessionId) }),
  { searched: ({ title }) => title ?? "" },
);
/** It has another title. */
export const PageRenamed = defineEvent("pages.renamed", 1, z.strictObject({ page, title: plainLine(longestTitle) }), {
  searched: ({ title }) => title,
});
/** It leaves the list; nothing of it goes. */
export const PagePutAway = defineEvent("pages.put-away", 1, z.strictObject({ page }));
/** It comes back to the list. */
export const PageTakenOut = defineEvent("pages.taken-out", 1, z.strictObject({ page }));
/** The two versions that a snapshot showed were looked at, and kept. */
export const PageSettled = defineEvent("pages.settled", 1, z.strictObject({ page, kept: ItemId }));
/** Somebody wrote on it: one update of its document, in base64url. */
export const PageChanged = defineEvent("pages.changed", 1, z.strictObject({ page, update: bytes(1_400_000) }), {
  isDocument: true,
});
/** How it stood: a snapshot with the newest updates it covers, one a device, and the hash of what they come to. */
export const PageKept = defineEvent(
  "pages.kept",
  1,
  z.strictObject({
    page,
    heads: z.array(hash).check(z.minLength(1), z.maxLength(mostHeads)),
    hash,
    state: bytes(8_000_000),
    text: plainText(longestPage),
  }),
  { searched: ({ text }) => text, isDocument: true },
);

/** Every event of pages. */
export const pagesEvents = [
  PageMade,
  PageRenamed,
  PagePutAway,
  PageTakenOut,
  PageSettled,
  PageChanged,
  PageKept,
] as const;
