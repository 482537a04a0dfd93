/** What the server says about erasing. */
import type { LogId } from "../../../../values/id.ts";
import { call } from "../../../../web/client/client.ts";
import { ReadErasing } from "./schema.ts";

/** For how long backups are kept. */
export function readErasing(logId: LogId) {
  return call(ReadErasing, { params: { logId } });
}
