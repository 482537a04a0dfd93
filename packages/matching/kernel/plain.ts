import { mostSteps, type Kernel } from "./kernel.ts";

/** How many of the eight bits of each number are set. */
const bitsOf = Uint8Array.from({ length: 256 }, (_, value) => value.toString(2).replaceAll("0", "").length);

/** A kernel in plain TypeScript, for wherever the other one cannot run. */
export function plainKernel(width: number): Kernel {
  return {
    points: () => ({ values: new Int16Array(width) }),
    bytes: () => ({ values: new Uint8Array(width) }),
    add: ({ values: into }, { values: row }) => {
      for (let at = 0; at < width; at += 1) into[at] = within16((into[at] ?? 0) + (row[at] ?? 0));
    },
    countCommon: ({ values: counts }, { values: answers }, own) => {
      for (let at = 0; at < width; at += 1) {
        const count = (counts[at] ?? 0) + (bitsOf[(answers[at] ?? 0) & own] ?? 0);
        counts[at] = count > 255 ? 255 : count;
      }
    },
    addSteps: ({ values: into }, { values: counts }, shift, steps, { values: known }) => {
      for (let at = 0; at < width; at += 1) {
        if (known[at] === 0) continue;
        const step = Math.min((counts[at] ?? 0) >> shift, mostSteps - 1);
        into[at] = within16((into[at] ?? 0) + (steps[step] ?? 0));
      }
    },
  };
}

const within16 = (sum: number) => (sum < -32_768 ? -32_768 : sum > 32_767 ? 32_767 : sum);
