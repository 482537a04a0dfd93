/** S14: 5,000 people lose their live connection at once, when the server restarts, and come back. */
import { reconnectWait } from "../../app/web/client/live.ts";
import { liveStorm } from "../live-storm.ts";
import type { Fault, Found, Trial } from "./fault.ts";

const breach = "devices wait forty times as long as they should";
const mostSeconds = 10;

async function attempt({ runs, roll, isBreached }: Trial): Promise<Found> {
  const recoveriesMs: number[] = [];
  const slower = isBreached ? 40 : 1;
  for (let run = 0; run < runs; run += 1) {
    const { seconds } = await liveStorm((tries) => slower * reconnectWait(tries, roll(), undefined));
    recoveriesMs.push(seconds * 1000);
  }
  const late = recoveriesMs.filter((ms) => ms > mostSeconds * 1000);
  return {
    violations: late.map((ms) => `all were back after ${(ms / 1000).toFixed(1)} s`),
    recoveriesMs,
    remark: "recovery is until the last of 5,000 was back",
  };
}

/** Everybody comes back at once. */
export const fault: Fault = {
  promise: `all are back within ${mostSeconds} s`,
  breach,
  engines: ["sqlite"],
  runs: 3,
  attempt,
};
