/** S7: fifty ask for what happens once at the same moment, for every operation that may change something. */
import { quotas } from "../../app/features/room/log/quota/rules.ts";
import type { Database, Writer } from "../../app/server/database/database.ts";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { features } from "../../app/server/features.ts";
import { makeBench } from "../../app/server/matrix/testing/bench.ts";
import { type Arrange, callers, tryBursts } from "../../app/server/matrix/testing/burst.ts";
import { bursts } from "../../app/server/matrix/testing/bursts.ts";
import { testServer } from "../../app/server/testing.ts";
import type { Fault, Found, Trial } from "./fault.ts";

const breach = "each looks whether it was done before its turn has come";

/** What is read in a transaction comes from before it, once it is switched on. */
function hasty() {
  const isHasty = new Set<"now">();
  const databaseOf = (opened: Database): Database => ({
    engine: opened.engine,
    read: opened.read,
    write: (work, key) => opened.write((writer) => work(isHasty.has("now") ? early(opened, writer) : writer), key),
    writeAlone: (statement) => opened.writeAlone(statement),
    close: () => opened.close(),
  });
  return {
    databaseOf,
    /** What is arranged is arranged in order. */
    spoiled:
      (arrange: Arrange): Arrange =>
      async (bench) => {
        isHasty.clear();
        const ask = await arrange(bench);
        isHasty.add("now");
        return ask;
      },
  };
}

function early({ read }: Database, writer: Writer): Writer {
  return new Proxy(writer, {
    get(target, name) {
      const from = name === "selectFrom" ? read : target;
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === "function" ? value.bind(from) : value;
    },
  });
}

/** So many things are asked for at one server: each person may store so much in a day, and no day passes here. */
function manyAtOnce(runs: number): number {
  return Math.max(1, Math.floor(quotas.entries.burst / (callers * (runs + 10))));
}

/** Some of the bursts, on a server of their own. */
async function attemptSome(some: typeof bursts, { engine, runs, isBreached }: Trial): Promise<ReadonlyArray<string>> {
  const { databaseOf, spoiled } = hasty();
  const how = { database: await freshDatabase(engine), ...(isBreached ? { databaseOf } : {}) };
  const server = await testServer(undefined, features, how);
  const violations: string[] = [];
  try {
    const bench = await makeBench(server);
    for (const { name, rule, arrange } of some) {
      const wrong = await tryBursts(bench, isBreached ? spoiled(arrange) : arrange, rule, runs);
      // What does not even work alone would prove nothing.
      const counted = isBreached ? wrong.filter((what) => what.endsWith("got through")) : wrong;
      violations.push(...counted.map((what) => `${name}: ${what}`));
    }
    return violations;
  } finally {
    await server.end();
  }
}

async function attempt(trial: Trial): Promise<Found> {
  const many = manyAtOnce(trial.runs);
  const violations: string[] = [];
  for (let at = 0; at < bursts.length; at += many)
    violations.push(...(await attemptSome(bursts.slice(at, at + many), trial)));
  return { violations, recoveriesMs: [], remark: `${bursts.length} things, each asked for by ${callers} at once` };
}

/** Fifty at once. */
export const fault: Fault = {
  promise: "of fifty at the same moment one gets through, or all are told the same and it is done once",
  breach,
  engines: ["sqlite", "postgres"],
  // Reading beside one's own transaction takes a second connection: fifty at once would wait for each other for good.
  breachedOn: ["sqlite"],
  runs: 200,
  attempt,
};
