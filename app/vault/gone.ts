/** Rooms of which nothing is left: erased by both, or kept by the server for as long as it had said. */
import { encode } from "@oakroom/crypto";
import { PutErasure } from "../features/room/log/erasing/schema.ts";
import type { LogGone } from "../features/room/log/schema.ts";
import { erased } from "./account/pins.ts";
import { empty } from "./log/erasing.ts";
import type { OwnLog } from "./own-log.ts";
import type { Room } from "./room.ts";

/** True where a room was erased and still lies in memory: it is begun anew, empty. */
export function isFull({ log }: Room): boolean {
  return log.erasing.gone === "erased" && log.memory.order.length > 0;
}

/**
 * True where nothing of a room is to be asked for any more. What both erased is erased again where a server that was
 * restored shows it once more, and a device that joins later learns of it from its owner's own log.
 */
export async function isGone(own: OwnLog, room: Room, says: LogGone | undefined): Promise<boolean> {
  const { log } = room;
  const { erasing } = log;
  if (own.notes.erased.has(log.id)) await log.run(() => empty(log));
  else if (erasing.gone === "erased") await own.note(erased(log.id));
  const isDropped = says === "dropped" && !log.isOpen;
  if (erasing.gone !== "erased" && isDropped !== (erasing.gone === "dropped")) {
    erasing.gone = isDropped ? "dropped" : undefined;
    await log.keep();
  }
  if (!erasing.gone) return false;
  room.reading = undefined;
  const isBack = erasing.gone === "erased" && says !== "erased" && erasing.records.length === 2;
  const input = { params: { logId: log.id }, body: encode([...erasing.records]) };
  if (isBack) await log.session.host.server.call(PutErasure, input);
  return true;
}
