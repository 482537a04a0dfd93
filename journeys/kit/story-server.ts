/** The server of a story with a clock of its own: the real one, told by the test what time it is. Started by `Oakroom` alone. */
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { readConfig } from "../../app/server/config.ts";
import { features } from "../../app/server/features.ts";
import { type Running, startServer } from "../../app/server/run.ts";
import { Instant } from "../../app/values/instant.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const webFolder = fileURLToPath(new URL("../../app/web/dist", import.meta.url));
const Told = z.strictObject({ aheadMs: z.int() });

let aheadMs = Number(process.argv[2]);
const clock = () => Instant.parse(Date.now() + aheadMs);

async function nextDue({ app }: Running): Promise<number | undefined> {
  const { db } = app;
  const next = await db.read
    .selectFrom("job")
    .select("run_at")
    .where("state", "=", "ready")
    .orderBy("run_at")
    .limit(1)
    .executeTakeFirst();
  return next?.run_at;
}

/** Goes from one job that falls due to the next, as the days would, so that each runs at its own time. */
async function goOn(running: Running, to: number): Promise<void> {
  const kinds = features.jobs(running.app, running.mailer);
  await running.runner.runDue(kinds);
  for (;;) {
    const due = await nextDue(running);
    if (due === undefined || due > Date.now() + to) break;
    if (due > clock()) aheadMs = due - Date.now();
    await running.runner.runDue(kinds);
  }
  aheadMs = to;
  await running.runner.runDue(kinds);
}

const running = await startServer(readConfig(process.env, root), features, { clock, version: "story", webFolder });
const setUp = await features.greet?.(running.app);
process.stdout.write(`Set it up with this link, once: ${setUp ?? "done"}\nMail is not set up: mails become files.\n`);
process.on("message", (message) => {
  void goOn(running, z.parse(Told, message).aheadMs).then(() => process.send?.("done"));
});
process.once("SIGTERM", () => void running.stop().then(() => process.exit(0)));
process.once("disconnect", () => process.exit(0));
