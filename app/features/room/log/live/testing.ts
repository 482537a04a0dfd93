/** Listening and appending, as the stories of the live stream need it. Imported by tests alone. */
import { type Block, connectLive, type LiveClient } from "../../../../server/live/testing.ts";
import type { TestServer } from "../../../../server/testing.ts";
import type { LogId } from "../../../../values/id.ts";
import { AppendEntry } from "../schema.ts";
import type { Member } from "../testing.ts";

const open: LiveClient[] = [];

/** Somebody listens at this server. */
export async function listenAt(
  { port }: Pick<TestServer, "port">,
  who: Pick<Member, "cookie">,
  lastEventId?: string,
): Promise<LiveClient> {
  const client = await connectLive({ port, cookie: who.cookie, ...(lastEventId ? { lastEventId } : {}) });
  open.push(client);
  return client;
}

/** Closes whatever a story left open. */
export function leaveAll(): void {
  for (const client of open.splice(0)) client.close();
}

/** Somebody appends an item; throws where the server does not take it. */
export async function appendAt(
  server: TestServer,
  who: Member,
  logId: LogId,
  item = who.writer.item(logId),
): Promise<{ readonly item: Uint8Array; readonly number: number }> {
  const answer = await server.call(AppendEntry, { params: { logId }, query: { kind: "item" }, body: item }, who.cookie);
  if (answer.status !== 200) throw new Error(`appending answered ${answer.status} ${answer.refused ?? ""}`);
  return { item, number: answer.answer.number };
}

/** True for an item. */
export const isItem = ({ event }: Block) => event === "item";
/** True for the first block of a stream: where it stands. */
export const standing = ({ id, event }: Block) => id !== undefined && event === undefined;
