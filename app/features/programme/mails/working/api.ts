/** Whether its owner works today: asked before a nudge is shown. */
import { call } from "../../../../web/client/client.ts";
import type { Instant } from "../../../../values/instant.ts";
import { worksAt } from "../rules.ts";
import { ReadMailSettings } from "../schema.ts";

/** True on a working day of the caller's, and where the server cannot be asked. */
export async function worksNow(now: Instant): Promise<boolean> {
  const answer = await call(ReadMailSettings, {});
  return answer.kind !== "done" || worksAt(answer.value, now);
}
