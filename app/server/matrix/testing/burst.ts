/** Fifty requests at the same moment, and whether they left what one alone leaves. */
import type { Database } from "../../database/database.ts";
import { generationChanged } from "../../database/generation.ts";
import type { Once } from "../once.ts";
import type { OperationId } from "../operations.ts";
import { expected, whos } from "../row.ts";
import type { Parts } from "./asking.ts";
import { type Bench, relationsOf, rowOf, send } from "./cells.ts";
import { requests } from "./requests.ts";
import { isChanged, restoreSnapshot, takeSnapshot, writesSoFar } from "./rows.ts";
import { targetOf } from "./targets.ts";

/** How many ask at the same moment. */
export const callers = 50;

/** One request of a burst; `at` says which of the fifty. */
export type Ask = (at: number) => Promise<{ readonly status: number }>;

/** Lays down what is asked for, and answers how. */
export type Arrange = (bench: Bench) => Promise<Ask> | Ask;

/** What must hold of a burst: see `once.ts`. */
export type Rule = "first" | "same";

/** The rule by which equal requests are judged here; none where a test of the feature does, or each is something of its own. */
export function ruleOf(entry: Once): Rule | undefined {
  if (typeof entry !== "string") return undefined;
  return entry === "first" ? "first" : "same";
}

/** The request that the matrix makes for the first who may make it; nothing where nobody gets a 200. */
export function askOfMatrix(bench: Bench, id: OperationId): Ask | undefined {
  const { fixture } = bench;
  const row = rowOf(id);
  for (const relation of relationsOf(row.about)) {
    const who = whos.find((one) => expected(row, one, relation) === 200);
    if (who === undefined) continue;
    const parts: Parts = requests[id]({ fixture, target: targetOf(fixture, row.about, relation), who });
    return () => send(bench, id, parts, fixture.cookies[who][0]);
  }
  return undefined;
}

/**
 * What a request may leave apart from what is made by chance: numbers and words of the software stay, ids, tokens and texts do not.
 * Buckets of the throttle count every try, as they should.
 */
async function leftIn(db: Database): Promise<string> {
  const { rows } = await takeSnapshot(db);
  const left = [...rows].flatMap(([table, held]) =>
    table === "throttle" ? [] : [[table, held.map(shapeOf)] as const],
  );
  return JSON.stringify(left.map(([table, shapes]) => [table, shapes.toSorted()]));
}

function shapeOf(row: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(row).map(([name, value]) => {
    if (name === "id" || value instanceof Uint8Array) return "made";
    return typeof value === "string" && !/^([a-z-]{1,24}|\d{1,16})$/.test(value) ? "text" : value;
  });
  return JSON.stringify(kept);
}

function judge(rule: Rule, statuses: ReadonlyArray<number>): string | undefined {
  const done = statuses.filter((status) => status === 200).length;
  // Whoever comes after a sign-in ended or a thing went is told that it is not there.
  const refusals = rule === "first" ? [401, 404, 409] : [401];
  const other = statuses.filter((status) => status !== 200 && !refusals.includes(status));
  if (other.length > 0) return `answered ${[...new Set(other)].join(", ")}`;
  if (rule === "first" ? done !== 1 : done < 1) return `${done} got through`;
  return undefined;
}

/** Tries an operation in bursts and puts everything back. The answer says what was wrong, a sentence for each burst. */
export async function tryBursts(bench: Bench, arrange: Arrange, rule: Rule, bursts: number): Promise<string[]> {
  const { server } = bench.fixture;
  const { db } = server.app;
  const now = server.now;
  const wrong: string[] = [];
  const putBack = async () => {
    server.now = now;
    await restoreSnapshot(db, bench.snapshot);
    await generationChanged(db);
  };
  try {
    const alone = await arrange(bench);
    const before = await takeSnapshot(db);
    const mark = await writesSoFar(db);
    const { status } = await alone(0);
    if (status !== 200) return [`one alone was answered ${status}`];
    if (!(await isChanged(db, before, mark))) return ["one alone changes nothing, so this would show nothing"];
    const byOne = await leftIn(db);
    for (let burst = 0; burst < bursts; burst += 1) {
      await putBack();
      const ask = await arrange(bench);
      const answers = await Promise.all(Array.from({ length: callers }, (_, at) => ask(at)));
      const statuses = answers.map((answer) => answer.status);
      const fault = judge(rule, statuses);
      if (fault) wrong.push(fault);
      else if ((await leftIn(db)) !== byOne) wrong.push("left something else than one alone leaves");
    }
    return wrong;
  } finally {
    await putBack();
  }
}
