/**
 * What happened to somebody's ways in on their other devices: read from bundles that the identity key has signed and from notes of
 * one's own log, never from what a server says. Each device remembers by itself what its owner has seen there: a device that somebody
 * else added cannot call it seen for the others.
 */
import { DeviceId, uuidText } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import type { Keeper } from "../keeper.ts";
import type { KeyNews } from "../secrets.ts";
import type { Change, VaultStore } from "../store.ts";

/** How the adding, or the taking out, of a device is called. */
export function deviceNews(what: "device-added" | "device-out", device: string): string {
  return `${what}.${device}`;
}

/** What this device's owner has not seen here, oldest first. */
export async function keyNews({ session, own }: Keeper): Promise<ReadonlyArray<KeyNews>> {
  const told = new Set(await session.host.store.scopes("told"));
  return [...ofDevices({ session, own }), ...ofNotes({ session, own })].filter(({ id }) => !told.has(id));
}

function ofDevices({ session, own }: Pick<Keeper, "session" | "own">): ReadonlyArray<KeyNews> {
  const versions = session.bundles.of(session.me);
  const newest = versions.at(-1)?.devices ?? [];
  const first = new Set(versions[0]?.devices.map(({ device }) => uuidText(device)));
  return newest.flatMap(({ device, addedAt, retired }): ReadonlyArray<KeyNews> => {
    const id = DeviceId.parse(uuidText(device));
    if (id === session.device) return [];
    const name = own.notes.names.get(id);
    if (retired) return [{ id: deviceNews("device-out", id), what: "device-out", name, at: undefined, by: undefined }];
    if (first.has(id)) return [];
    const at = Instant.parse(addedAt);
    return [{ id: deviceNews("device-added", id), what: "device-added", name, at, by: undefined }];
  });
}

function ofNotes({ session, own }: Pick<Keeper, "session" | "own">): ReadonlyArray<KeyNews> {
  const { names, changes } = own.notes;
  return changes
    .filter(({ device }) => device !== session.device)
    .map(({ id, what, of, device, at }) => {
      const name = of === undefined ? undefined : names.get(of);
      return { id, what, name, at: Instant.parse(at), by: names.get(device) };
    });
}

/** From now on this is no news here. */
export async function haveSeen(store: VaultStore, ids: ReadonlyArray<string>): Promise<void> {
  await store.commit(ids.map((id): Change => ({ put: "told", key: [id, 0], value: 1 })));
}

/** A device that joins begins with what is: what happened before it was there is no news to it. */
export async function beginNews(keeper: Keeper): Promise<void> {
  const news = await keyNews(keeper);
  await haveSeen(
    keeper.session.host.store,
    news.map(({ id }) => id),
  );
}
