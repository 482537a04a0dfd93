/**
 * The doors of a person's slots, as the ring lists them: it is the list that counts, whatever slots a server shows. So a slot that was
 * removed is sealed for by nobody again, and one that is withheld is.
 *
 *   door = [slot16, type, params, salt16, kem32, psk32]      kem and psk are empty for a slot whose secret was not at hand since doors are
 */
import { bytes, list, tuple, uint } from "./cbor.ts";
import { type SlotDoor, refuseParams, slotTypeOf, slotTypes } from "./slot.ts";
import { type Bytes, type IekPublic, type SlotId, compare } from "./values.ts";

const none: Bytes = new Uint8Array(0);

/** The fields of doors, by rising id. */
export function doorFields(doors: ReadonlyArray<SlotDoor>) {
  return doors
    .toSorted((a, b) => compare(a.slot, b.slot))
    .map(({ slot, type, params, salt, key }) => [
      slot,
      slotTypes[type],
      params,
      salt,
      key?.kem ?? none,
      key?.psk ?? none,
    ]);
}

type Fields = [SlotId, number, ReadonlyArray<number>, Bytes, Bytes, Bytes];

/** The most doors that a ring lists. */
const mostDoors = 32;

/** The form of a ring's doors. */
export const doorsShape = list(tuple<Fields>(bytes(16), uint, list(uint, 8), bytes(16), bytes(), bytes()), mostDoors);

/** Reads doors; `undefined` where one is none. */
export function readDoors(fields: ReadonlyArray<Fields>): ReadonlyArray<SlotDoor> | undefined {
  const doors = fields.flatMap((one) => readDoor(one) ?? []);
  return doors.length === fields.length ? doors : undefined;
}

function readDoor([slot, number, params, salt, kem, psk]: Fields): SlotDoor | undefined {
  const type = slotTypeOf(number);
  if (type === undefined || refuseParams(type, params)) return undefined;
  if (kem.length === 0 && psk.length === 0) return { slot, type, params, salt, key: undefined };
  if (kem.length !== 32 || psk.length !== 32) return undefined;
  return { slot, type, params, salt, key: { kem: kem as IekPublic, psk } };
}
