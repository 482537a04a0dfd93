/** Erasing a room: what each of the two says about it, signed. Format: docs/protocol.md. */
import * as z from "zod/mini";
import { LogId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";

/** For how many days the operator keeps backups: until then an older one can hold a room that was erased. */
export const ReadErasing = operation({
  id: "readErasing",
  method: "GET",
  path: "/logs/:logId/erasure",
  summary: "For how long backups are kept",
  params: z.strictObject({ logId: LogId }),
  answer: z.object({
    /** Empty where the operator has not said. */
    backupDays: z.nullable(z.int()),
  }),
});

/**
 * Says whether somebody wants a room that has ended erased: CBOR `[erasure, …]`, each record a byte string, of one or of both.
 * Once the newest of both say yes, everything sealed goes, in the same transaction, and the room is closed for good.
 * Both together may come from either of the two, so that a server that was restored from an older backup erases again.
 * "open": the room has not ended. "not-next": a newer word of that person is there. "erased": it is too late to take it back.
 */
export const PutErasure = operation({
  id: "putErasure",
  method: "PUT",
  path: "/logs/:logId/erasure",
  summary: "Say whether one wants an ended room erased",
  params: z.strictObject({ logId: LogId }),
  takes: "cbor",
  bodyLimitBytes: 2048,
  answer: z.object({ erased: z.boolean() }),
  refusals: ["unreadable", "other-log", "other-author", "not-signed", "not-next", "open", "erased"],
});
