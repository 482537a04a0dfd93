/** The newest lines of a long log, shown while everything before them is still being verified. */
import { type Item, equal, readItem, verifyItem } from "@oakroom/crypto";
import type { States } from "../../features/room/state/rules.ts";
import type { Line } from "./content.ts";
import { fetchPage } from "./pages.ts";
import { readLines } from "./reading.ts";
import type { SyncedLog } from "./synced-log.ts";

/** How many of the newest entries are asked for. */
const newest = 60;

/** True where a device of one of the members, in the bundles at hand, has signed this item for this log. */
async function isSigned({ members, session, verifier }: SyncedLog<States>, item: Item): Promise<boolean> {
  const { log, logKind, author, device } = item.header;
  if (!verifier || !equal(log, verifier.log) || logKind !== verifier.logKind) return false;
  const devices = members.flatMap((member) => {
    const bundle = session.bundles.of(member).at(-1);
    return bundle && equal(bundle.user, author) ? bundle.devices : [];
  });
  const signer = devices.find((one) => !one.retired && equal(one.device, device));
  return signer !== undefined && verifyItem(item, signer.dsk);
}

/** Fetches the newest items of a log with `all` entries: signed by the two and readable. Their place is not verified yet. */
export async function previewLines(log: SyncedLog<States>, all: number): Promise<ReadonlyArray<Line>> {
  const page = await fetchPage(log, Math.max(0, all - newest));
  if (page === "offline") return [];
  const items = page.entries.flatMap(({ kind, bytes }) => {
    const item = kind === "item" ? readItem(bytes) : "malformed";
    return typeof item === "string" ? [] : item;
  });
  const signed = await Promise.all(items.map((item) => isSigned(log, item)));
  const lines = await readLines(
    items.filter((_, at) => signed[at]),
    log.reader,
  );
  return lines.filter(({ content }) => content.is === "event");
}
