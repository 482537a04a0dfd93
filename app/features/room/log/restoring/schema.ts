/** What members give back to a server that came back from a backup. Format: docs/protocol.md. */
import * as z from "zod/mini";
import { LogId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { entryLimitBytes } from "../schema.ts";

const params = z.strictObject({ logId: LogId });

/**
 * Gives back one record of a log, one's own or the other member's, byte for byte: a bundle of a member, a cut, a readmit, an item,
 * or an epoch as CBOR `[epoch record, [wrap, …]]`. What is there already changes nothing. Its author's signature has to hold.
 * "paused": an item waits until the pair goes on. "not-restored": this server never came back from a backup. "not-next": a bundle or an epoch before it is missing, or another is there.
 */
export const GiveBack = operation({
  id: "giveBack",
  method: "POST",
  path: "/logs/:logId/given-back",
  summary: "Give a record back to a restored server",
  params,
  query: z.strictObject({ kind: z.enum(["bundle", "cut", "readmit", "epoch", "item"]) }),
  takes: "cbor",
  bodyLimitBytes: entryLimitBytes,
  refusals: [
    "not-restored",
    "unreadable",
    "other-log",
    "other-author",
    "not-signed",
    "not-next",
    "seq-taken",
    "wraps-missing",
    "closed",
    "paused",
  ],
});

/** Says that a log lacks nothing of what the caller's device holds. Once all members have said so, epochs can be announced again. */
export const TellWhole = operation({
  id: "tellWhole",
  method: "POST",
  path: "/logs/:logId/whole",
  summary: "Say that a restored log is whole again",
  params,
});
