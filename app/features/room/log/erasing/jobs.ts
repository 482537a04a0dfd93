/** Drops rooms once they were kept for as long as the operator keeps ended ones. */
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { putOff, readPayload } from "../../../../server/jobs/table.ts";
import { membersOf } from "../store.ts";
import { goesAt } from "./rules.ts";
import { DropRoom, dropRoomKind } from "./schema.ts";
import { closedAt, emptyLog } from "./store.ts";

/** The job. A setting that was taken back, or grew since, counts. */
export function dropJobs(app: App): ReadonlyArray<JobKind> {
  return [
    {
      kind: dropRoomKind,
      async run(job) {
        const { logId } = readPayload(DropRoom, job.payload);
        const now = app.clock();
        const closed = await closedAt(app.db.read, logId);
        const at = closed && goesAt(closed, app.config.endedRoomDays);
        if (at === undefined) return;
        if (at > now) {
          await app.db.write((writer) => putOff(writer, app.chance, now, job, at));
          return;
        }
        await app.db.write((writer) => emptyLog(writer, logId, "dropped", now), logId);
        app.live.logChanged(logId, await membersOf(app.db.read, logId));
      },
    },
  ];
}
