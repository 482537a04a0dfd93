/** A process whose job begins and never ends; the test kills it. Arguments: where the database is, and what the job says. */
import { Instant } from "../../../values/instant.ts";
import { openDatabase } from "../../database/open.ts";
import { makeLog } from "../../http/log.ts";
import { makeRunner } from "../queue.ts";

const [dataFolder = "", databaseUrl = ""] = process.argv.slice(2);
const db = openDatabase({ dataFolder, databaseUrl: databaseUrl === "" ? undefined : databaseUrl });
const clock = () => Instant.parse(Date.parse("2026-10-01T08:00:00Z"));
const runner = makeRunner(db, clock, makeLog("silent"));
runner.start([
  {
    kind: "slow",
    run: (job) =>
      new Promise(() => {
        process.send?.(job.effect_key);
      }),
  },
]);
