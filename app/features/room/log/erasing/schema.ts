/** Erasing a room: what each of the two says about it, signed. Format: docs/protocol.md. */
import * as z from "zod/mini";
import { Day } from "../../../../values/day.ts";
import { LogId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";

/** For how long what was here is kept: in backups, and, once the pairing has ended, on the server itself. */
export const ReadErasing = operation({
  id: "readErasing",
  method: "GET",
  path: "/logs/:logId/erasure",
  summary: "For how long backups and ended rooms are kept",
  params: z.strictObject({ logId: LogId }),
  answer: z.object({
    /** Empty where the operator has not said. */
    backupDays: z.nullable(z.int()),
    /** The last day on which the server has a room that ended; empty where it lives, or is kept for as long as there is a server. */
    keptUntil: z.nullable(Day),
  }),
});

/**
 * Says whether somebody wants a room that has ended erased: CBOR `[erasure, …]`, each record a byte string, of one or of both.
 * Once the newest of both say yes, everything sealed goes, in the same transaction, and the room is closed for good.
 * Both together may come from either of the two, so that a server that was restored from an older backup erases again.
 * "open": the room has not ended. "not-next": a newer word of that person is there. "erased": it is too late to take it back.
 * "began-anew": somebody who says yes made new keys within the last seven days, in the place of others.
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
  refusals: ["unreadable", "other-log", "other-author", "not-signed", "not-next", "open", "erased", "began-anew"],
});

/** The job that looks at a room that has ended, and drops it once it was kept for as long as the operator keeps them. */
export const dropRoomKind = "drop-room";
/** What it needs. `told`: when both were told until when it is kept. */
export const DropRoom = z.strictObject({ logId: LogId, told: z.optional(Instant) });

/** Lays down that a room is looked at; first in the transaction that ends its pairing. */
export function dropRoom(logId: LogId, runAt: Instant, told?: Instant) {
  const payload: z.input<typeof DropRoom> = { logId, ...(told !== undefined && { told }) };
  return { kind: dropRoomKind, effectKey: `${dropRoomKind}:${logId}@${runAt}`, payload, runAt };
}

/** The job that tells both of a pair until when their room is kept (`programme/relationships`). */
export const roomGoesSoonKind = "room-goes-soon";
/** What it needs. */
export const RoomGoesSoon = z.strictObject({ logId: LogId, goes: Instant });

/** Lays down that both are told. */
export function roomGoesSoon(logId: LogId, goes: Instant, runAt: Instant) {
  const payload: z.input<typeof RoomGoesSoon> = { logId, goes };
  return { kind: roomGoesSoonKind, effectKey: `${roomGoesSoonKind}:${logId}@${goes}`, payload, runAt };
}
