/** Two who both lost every key begin their room anew. Format: docs/protocol.md. */
import * as z from "zod/mini";
import { LogId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";

/**
 * Says that somebody, having lost every key, begins a room anew with the other one, who has as well: CBOR `[founding, …]`, each record a
 * byte string, of one or of both. Once there is one of each, what was sealed under the lost keys goes, in the same transaction, and the
 * room begins with its first epoch. Both together may come from either of the two, for a server that was restored to before.
 * "not-lost": one of the two did not begin anew, or it names other keys than those that count. "too-soon": one of them did so within
 * three days, and whoever opens the keys of before may still take it back.
 */
export const PutFounding = operation({
  id: "putFounding",
  method: "PUT",
  path: "/logs/:logId/founding",
  summary: "Begin a room anew whose two members lost every key",
  params: z.strictObject({ logId: LogId }),
  takes: "cbor",
  bodyLimitBytes: 2048,
  answer: z.object({ begun: z.boolean() }),
  refusals: ["unreadable", "other-log", "other-author", "not-signed", "not-lost", "too-soon", "closed"],
});
