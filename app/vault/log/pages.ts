/** Asking the server for a page of a log. */
import { ReadEntries, pageLimit } from "../../features/room/log/schema.ts";
import { type Page, readPage } from "../wire.ts";
import type { LogCore } from "./core.ts";

/** Fetches one page of entries after a number. */
export async function fetchPage(log: Pick<LogCore, "id" | "session">, after: number): Promise<Page | "offline"> {
  const input = { params: { logId: log.id }, query: { after: String(after), limit: String(pageLimit) } };
  const reply = await log.session.host.server.call(ReadEntries, input);
  // A page that is none is not believed; the next connection asks again.
  return (reply.kind === "done" ? readPage(reply.value, after) : undefined) ?? "offline";
}
