import { defineConfig } from "vitest/config";

/*
 * What runs where is told by the name of a file:
 *   *.test.ts            unit: needs no PostgreSQL, no browser, no built web app; part of `npm run check`
 *   *.slow.test.ts       the same, but takes too long for every push (fuzzing, kill -9, thousands of rows)
 *   *.db.test.ts         once for each engine, which OAKROOM_TEST_ENGINE names; PostgreSQL where
 *                        OAKROOM_TEST_POSTGRES holds the address of a server (see tools/postgres.ts)
 *   *.postgres.db.test.ts  PostgreSQL alone: what only a server of its own can do
 *   journeys/*.test.ts   the built web app in the real browser, one after the other
 */

const everywhere = ["app", "bench", "content", "demo", "packages", "tools"].map((folder) => `${folder}/**/*`);
const named = (ending: string) => everywhere.map((files) => files + ending);
const never = ["**/node_modules/**", "**/dist/**"];

/*
 * Real processes, engines and browsers on a machine that does other things may stall once; what fails twice in a row is broken.
 * Whatever passed at its second attempt is named by the gate (tools/gates/tests.ts): it is to be looked into.
 */
const retry = process.env["CI"] === "true" ? 1 : 0;

const unit = {
  name: "unit",
  // Most of the time went into loading the same modules again for each file; these tests keep nothing in them.
  isolate: false,
  include: named(".test.{ts,tsx}"),
  exclude: [...never, "**/*.slow.test.ts", "**/*.db.test.ts"],
};

const slow = { name: "slow", include: named(".slow.test.ts"), exclude: never, retry, testTimeout: 600_000 };

function database(engine: "sqlite" | "postgres") {
  const env = { OAKROOM_TEST_ENGINE: engine };
  const others = engine === "sqlite" ? ["**/*.postgres.db.test.ts"] : [];
  return {
    name: engine,
    include: named(".db.test.ts"),
    exclude: [...never, ...others],
    env,
    retry,
    testTimeout: 300_000,
  };
}

const journeys = {
  name: "journeys",
  retry,
  include: ["journeys/**/*.test.ts"],
  exclude: never,
  fileParallelism: false,
  testTimeout: 600_000,
  hookTimeout: 300_000,
};

const engines =
  process.env["OAKROOM_TEST_POSTGRES"] === undefined
    ? [database("sqlite")]
    : [database("sqlite"), database("postgres")];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [unit, slow, ...engines, journeys].map((test) => ({ extends: true, test })),
    watch: false,
    allowOnly: false,
    // By itself it leaves one core alone; on a machine of two, half of it.
    maxWorkers: "100%",
    // No test asserts a time. These only end what hangs, and leave room for a machine that does other things too.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
