/** Idle live connections: what 5,000 cost the server, and how soon all of them are back after it was restarted. */
import type { Figure } from "./figure.ts";
import { liveStorm, people } from "./live-storm.ts";

/** Connects 5,000 people who then do nothing, restarts the server, and waits until all are back. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const { kibibytesEach, seconds } = await liveStorm();
  return [
    {
      figure: `memory of an idle live connection, ${people} of them`,
      target: "22 KiB",
      measured: `${kibibytesEach.toFixed(1)} KiB`,
    },
    {
      figure: `all ${people} live connections back after a restart`,
      target: "10 s",
      measured: `${seconds.toFixed(1)} s`,
    },
  ];
}
