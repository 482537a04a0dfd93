/** People vanish without a word: in the middle of a request, or from their live streams. The server lets them go, and serves the others. */
import type { Socket } from "node:net";
import { freshDatabase } from "../../app/server/database/testing.ts";
import { between } from "./dice.ts";
import { Ear } from "./ear.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { startFaulty, stopFaulty } from "./program.ts";
import { FaultProxy } from "./proxy.ts";
import { audit, countOf, type Sender, sendersAt, untilSaved } from "./sender.ts";

const breach = "the missing half comes after all";
/** Streams beat each 25 s; whoever took nothing between two beats is let go. */
const twoBeatsMs = 60_000;
const halfRequests = 40;
/** As much as a machine may hold for a connection that nobody reads. */
const enoughBytes = 24 * 1024 * 1024;
const itemBytes = 16 * 1024;

/** What the server said before it ended the connection; undefined where it never did. */
function lastWords(socket: Socket, patienceMs: number): Promise<string | undefined> {
  let said = "";
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), patienceMs);
    socket.on("data", (piece: Buffer) => (said += piece.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(late);
      resolve(said);
    });
  });
}

/** Sends half of many requests, in the head or in the body, and looks how they end. */
async function vanishFromRequests(port: number, senders: ReadonlyArray<Sender>, { roll, isBreached }: Trial) {
  const ends = await Promise.all(
    senders.map((sender) => {
      const { socket, rest } = sender.beginToSend(port, between(roll, 20, 900));
      if (isBreached) rest();
      return lastWords(socket, isBreached ? 5000 : twoBeatsMs);
    }),
  );
  return ends.flatMap((said) => {
    if (said === undefined && !isBreached) return ["half a request was waited for without an end"];
    return said === undefined || said.includes(" 200 ") ? ["half a request was taken for a whole one"] : [];
  });
}

/** Somebody's stream is read by nobody, while more is written than the machine holds for them. */
async function vanishFromStream(port: number, sender: Sender, ear: Ear): Promise<void> {
  const proxy = new FaultProxy(port, () => ({}));
  await ear.listen(await proxy.listen());
  proxy.holdStill();
  for (let sent = 0; sent < enoughBytes; sent += itemBytes) await sender.send(port);
  await new Promise((resolve) => setTimeout(resolve, twoBeatsMs));
  proxy.letGo();
  await ear.close(false);
  await proxy.close();
}

async function attempt(trial: Trial): Promise<Found> {
  const { engine, runs, isBreached } = trial;
  const at = await freshDatabase(engine);
  const violations: string[] = [];
  const recoveriesMs: number[] = [];
  try {
    const server = await startFaulty(at);
    const halves = await sendersAt(at, halfRequests, itemBytes);
    const [writer, other] = await sendersAt(at, 2, itemBytes);
    if (!writer || !other) throw new Error("nobody writes");
    const ear = new Ear(writer, 30_000);
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now();
      const vanished = [vanishFromRequests(server.port, halves, trial)];
      const stream = isBreached ? undefined : vanishFromStream(server.port, writer, ear);
      recoveriesMs.push(await untilSaved(server.port, other));
      for (const found of await Promise.all(vanished)) violations.push(...found);
      await stream;
      if (performance.now() - begun > 4 * twoBeatsMs) violations.push("the others waited for those who had gone");
      for (const half of halves) await untilSaved(server.port, half);
    }
    if (!isBreached) {
      await ear.listen(server.port);
      await ear.hearAll();
    }
    violations.push(...ear.violations, ...(await audit(server.port, [...halves, writer, other])));
    await stopFaulty(server);
    return { violations, recoveriesMs, remark: countOf([...halves, writer, other]) };
  } finally {
    await at.end();
  }
}

/** Connections that stay open with nobody behind them. */
export const fault: Fault = {
  promise:
    "half a request writes nothing and is given up, a stream that nobody takes is ended, the others are served meanwhile",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 5,
  attempt,
};
