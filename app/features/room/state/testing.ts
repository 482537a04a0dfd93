/** Opened events for tests of slices. Imported by tests alone. */
import { AccountId, DeviceId, ItemId, makeUuid } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import type { EventName, Opened } from "./rules.ts";

let count = 0;

function next(): string {
  count += 1;
  const chance = Uint8Array.from({ length: 10 }, (_, at) => (count >> (at * 4)) & 255);
  return makeUuid(1_764_000_000_000 + count, chance);
}

const accounts = new Map<string, AccountId>();

/** The account of somebody with this name: the same at each call. */
export function anAccount(name: string): AccountId {
  const known = accounts.get(name) ?? AccountId.parse(next());
  accounts.set(name, known);
  return known;
}

/** A new item id. */
export function anItem(): ItemId {
  return ItemId.parse(next());
}

/** An event that `author` wrote. */
export function happened<const Name extends EventName, const Payload>(
  author: AccountId,
  type: Name,
  payload: Payload,
  at = "2026-10-01T08:00:00Z",
): Opened<Name, Payload> {
  const id = anItem();
  return {
    id,
    hash: id.replaceAll("-", ""),
    author,
    device: DeviceId.parse(next()),
    at: Instant.parse(Date.parse(at)),
    type,
    payload,
  };
}
