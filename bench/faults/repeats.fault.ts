/** What is asked arrives twice, late, in another order, or its answer is lost and it is asked again. */
import { request } from "node:http";
import { ListPeople, AddPerson } from "../../app/features/programme/people/schema.ts";
import { setUp } from "../../app/features/programme/programmes/testing.ts";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { testServer } from "../../app/server/testing.ts";
import { between, type Dice } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { FaultProxy } from "./proxy.ts";
import { audit, countOf, sendersAt, untilSaved } from "./sender.ts";

const breach = "a device makes a new id when it asks again";

/** What may happen to a request: now and then everything at once. */
function fateOf(roll: Dice) {
  return { delayMs: between(roll, 0, 15), isDoubled: roll() < 0.4, losesAnswer: roll() < 0.3 };
}

interface Asked {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly origin: string;
}

/** One request; `undefined` where its answer is lost. */
function ask({ port, path, cookie, origin }: Asked, body: object): Promise<number | undefined> {
  const headers = { cookie, origin, "content-type": "application/json" };
  return new Promise((resolve) => {
    const asked = request({ port, host: "127.0.0.1", method: "POST", path, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
      answer.on("error", () => resolve(undefined));
    });
    asked.on("error", () => resolve(undefined));
    asked.end(JSON.stringify(body));
  });
}

async function attempt({ engine, runs, roll, isBreached }: Trial): Promise<Found> {
  const at = await freshDatabase(engine);
  const senders = await sendersAt(at, 6);
  const server = await testServer(new Date().toISOString(), undefined, { database: at });
  const proxy = new FaultProxy(server.port, () => fateOf(roll));
  const recoveriesMs: number[] = [];
  const violations: string[] = [];
  try {
    const port = await proxy.listen();
    const managed = await setUp(server, "Maria Lind");
    for (const sender of senders) sender.origin = server.app.config.origin;
    const params = { programmeId: managed.programmeId };
    const path = `/api${AddPerson.path.replace(":programmeId", managed.programmeId)}`;
    const asked = { port, path, cookie: managed.cookie, origin: server.app.config.origin };
    const add = async (number: number) => {
      const begun = performance.now();
      const facts = { name: "Ana", email: `ana.${number}@northwind.example`, roles: ["mentee"], team: "", site: "" };
      let id = server.app.chance.id();
      for (;;) {
        const email = isBreached ? `ana.${id}@northwind.example` : facts.email;
        const status = await ask(asked, { id, facts: { ...facts, email, level: null, managerEmail: "" } });
        if (status !== undefined && status !== 200) violations.push(`adding somebody answered ${status}`);
        if (status !== undefined) break;
        if (isBreached) id = server.app.chance.id();
      }
      recoveriesMs.push(performance.now() - begun);
    };
    for (let run = 0; run < runs; run += senders.length) {
      const many = Math.min(senders.length, runs - run);
      const round = senders.slice(0, many).map((sender) => untilSaved(port, sender));
      await Promise.all([...round, ...Array.from({ length: many }, (_, at_) => add(run + at_))]);
    }
    const { people } = (await server.call(ListPeople, { params }, managed.cookie)).answer;
    if (people.length !== runs) violations.push(`${runs} people were added, and there are ${people.length}`);
    violations.push(...(await audit(server.port, senders)));
    return { violations, recoveriesMs, remark: `${countOf(senders)}, ${people.length} people added` };
  } finally {
    await proxy.close();
    await server.end();
  }
}

/** Repeated, reordered and unanswered requests. */
export const fault: Fault = {
  promise: "one effect for each thing asked, and the same answer each time",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 1000,
  attempt,
};
