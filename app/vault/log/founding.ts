/** The signed words by which two who both lost every key begin a log anew. Formats: docs/protocol.md, 9.2. */
import { type Bundle, equal, readFounding, verifyFounding } from "@oakroom/crypto";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import { accountOf } from "../ids.ts";
import type { LogPast } from "../store.ts";
import type { Entry } from "../wire.ts";
import type { LogCore } from "./core.ts";

function foundingsIn(entries: ReadonlyArray<Entry>) {
  return entries
    .filter(({ kind }) => kind === "founding")
    .map(({ bytes }) => readFounding(bytes))
    .filter((one) => typeof one === "object");
}

/** Who has signed, with the identity that counts for them, that they begin this log with that of the other one. */
export async function foundersOf(
  { id, members }: Pick<LogCore, "id" | "members">,
  entries: ReadonlyArray<Entry>,
  counting: ReadonlyMap<AccountId, Bundle>,
): Promise<ReadonlyArray<AccountId>> {
  const held = await Promise.all(
    foundingsIn(entries).map(async (one) => {
      const author = members.find((member) => member === accountOf(one.user));
      const other = members.find((member) => member !== author);
      const [mine, theirs] = [author, other].map((who) => who && counting.get(who));
      const isNamed = mine && theirs && equal(one.otherIskHash, theirs.iskHash) && equal(one.log, uuidBytes(id));
      return isNamed && (await verifyFounding(one, mine.isk)) ? author : undefined;
    }),
  );
  return members.filter((member) => held.includes(member));
}

/** What to keep of what the server shows: to say when the room began anew, and to give it back to a server that lost it, which verifies it. */
export function toKeep(entries: ReadonlyArray<Entry>): LogPast | undefined {
  const shown = foundingsIn(entries);
  if (shown.length !== 2) return undefined;
  return { foundings: shown.map(({ bytes }) => bytes), begunAnewAt: Math.max(...shown.map(({ at }) => at)) };
}
