/** What a browser asks about one's own wishes. */
import { call } from "../../../../web/client/client.ts";
import type { Wishes } from "./rules.ts";
import { ReadMyWishes, SaveMyWishes } from "./schema.ts";

/** What I wrote. */
export function readMyWishes(programmeId: string, signal: AbortSignal) {
  return call(ReadMyWishes, { params: { programmeId } }, { signal });
}

/** Keeps both lists. */
export function saveMyWishes(programmeId: string, { wished, avoided }: Wishes) {
  return call(SaveMyWishes, { params: { programmeId }, body: { wished: [...wished], avoided: [...avoided] } });
}
