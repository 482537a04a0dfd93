/** How a log's items are read: under its keys, with the signatures of whoever its members are and were. */
import type { States } from "../../features/room/state/rules.ts";
import type { Folding, LogCore } from "./core.ts";
import type { EpochKeys } from "./epochs.ts";
import { allIdentities } from "./membership.ts";
import type { Reader } from "./reading.ts";
import { verifyTexts } from "./signed.ts";

/** The reader of a log. */
export function readerOf<S extends States>(
  log: Omit<LogCore, "reader"> & { readonly epochs: EpochKeys },
  folding: Folding<S>,
): Reader {
  return {
    ...folding,
    log: log.id,
    keyOf: (epoch) => log.epochs.keyOf(epoch),
    contentOf: (author, item) => log.contentOf(author, item),
    verify: (author, texts) => verifyTexts(log.id, allIdentities(log), author, texts),
  };
}
