/** Drops rooms once they were kept for as long as the operator keeps ended ones, and has both told before. */
import type { App } from "../../../../server/app.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../../server/jobs/table.ts";
import type { LogId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { membersOf } from "../store.ts";
import { lookAt } from "./keeping/rules.ts";
import { DropRoom, dropRoom, dropRoomKind, roomGoesSoon } from "./schema.ts";
import { closedAt, emptyLog } from "./store.ts";

/** The job. A setting that came, was taken back, or grew since, counts. */
export function dropJobs(app: App): ReadonlyArray<JobKind> {
  return [
    {
      kind: dropRoomKind,
      async run(job) {
        const { logId, told } = readPayload(DropRoom, job.payload);
        const closed = await closedAt(app.db.read, logId);
        if (closed !== undefined) await look(app, logId, closed, told);
      },
    },
  ];
}

async function look(app: App, logId: LogId, closed: Instant, told: Instant | undefined): Promise<void> {
  const now = app.clock();
  const found = lookAt({ closed, told }, app.config.endedRoomDays, now);
  const again = (at: Instant, toldAt: Instant | undefined) => dropRoom(logId, at, toldAt);
  if (found.is === "drop") {
    await app.db.write((writer) => emptyLog(writer, logId, "dropped", now), logId);
    app.live.logChanged(logId, await membersOf(app.db.read, logId));
    return;
  }
  const jobs =
    found.is === "tell"
      ? [roomGoesSoon(logId, found.goes, now), again(found.goes, now)]
      : [again(found.at, found.told)];
  await app.db.write((writer) => addJobs(writer, app.chance, now, jobs));
  app.jobs.wake();
}
