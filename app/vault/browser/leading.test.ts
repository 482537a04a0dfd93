import { describe, expect, it } from "vitest";
import { beatMs, heard, holdsFence, look, nextFence, patienceMs } from "./leading.ts";

/** What lies on the device, and a chain in it that must never fork. */
interface Kept {
  readonly fence: number | undefined;
  readonly chain: ReadonlyArray<{ readonly place: number; readonly by: number; readonly fence: number }>;
}

/** What one tab remembers: its fence, how long it believes the chain to be, and what it has sealed and not kept yet. */
interface Memory {
  readonly fence: number;
  readonly length: number;
  readonly sealed?: number | undefined;
}

type Step = "lead" | "seal" | "keep";
type Holds = typeof holdsFence;

function step(kept: Kept, memory: Memory, tab: number, what: Step, holds: Holds): readonly [Kept, Memory] {
  if (what === "lead") {
    const fence = nextFence(kept.fence);
    return [
      { ...kept, fence },
      { fence, length: kept.chain.length },
    ];
  }
  if (what === "seal") return [kept, { ...memory, sealed: memory.length + 1 }];
  const { fence, sealed } = memory;
  // A tab that was not kept from it has ended: it seals nothing more.
  if (sealed === undefined || !holds(kept.fence, fence))
    return [kept, { ...memory, sealed: undefined, length: Number.NaN }];
  const chain = [...kept.chain, { place: sealed, by: tab, fence }];
  return [
    { ...kept, chain },
    { fence, length: sealed },
  ];
}

/** Every order in which the tabs can take their steps, as the tabs' numbers. */
function orders(left: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> {
  if (left.every((count) => count === 0)) return [[]];
  return left.flatMap((count, tab) =>
    count === 0 ? [] : orders(left.with(tab, count - 1)).map((rest) => [tab, ...rest]),
  );
}

const script: ReadonlyArray<Step> = ["lead", "seal", "keep", "seal", "keep"];

function run(order: ReadonlyArray<number>, steps: ReadonlyArray<Step>, holds: Holds = holdsFence): Kept {
  let kept: Kept = { fence: undefined, chain: [] };
  const memories = new Map<number, Memory>();
  const taken = new Map<number, number>();
  for (const tab of order) {
    const at = taken.get(tab) ?? 0;
    taken.set(tab, at + 1);
    const [next, memory] = step(kept, memories.get(tab) ?? { fence: 0, length: 0 }, tab, steps[at] ?? "keep", holds);
    kept = next;
    memories.set(tab, memory);
  }
  return kept;
}

/** Each place of the chain once, in its order. */
function isWhole({ chain }: Kept): boolean {
  return chain.every(({ place }, at) => place === at + 1);
}

describe("tabs that are frozen and woken at any moment", () => {
  it.each([
    ["two", [5, 5], script, 252],
    ["three", [3, 3, 3], script.slice(0, 3), 1680],
  ] as const)("%s of them: in every order the chain has each place once", (_, counts, steps, count) => {
    const all = orders(counts);
    expect(all).toHaveLength(count);
    for (const order of all) {
      const kept = run(order, steps);
      expect([order, isWhole(kept)]).toEqual([order, true]);
      const fences = kept.chain.map(({ fence }) => fence);
      expect(fences).toEqual(fences.toSorted((a, b) => a - b));
      // Whoever led last was hindered by nobody.
      expect(fences.filter((fence) => fence === kept.fence)).toHaveLength(steps.length > 3 ? 2 : 1);
    }
  });

  it("without the fence some order forks it", () => {
    const forked = orders([5, 5]).filter((order) => !isWhole(run(order, script, () => true)));
    expect(forked.length).toBeGreaterThan(0);
  });
});

describe("a tab that follows", () => {
  it("takes over once it has heard nothing for long enough, and not before", () => {
    let patience = heard(0);
    for (let now = beatMs; now < patienceMs; now += beatMs) {
      const looked = look(patience, now);
      expect(looked.isOver).toBe(false);
      patience = looked.patience;
    }
    expect(look(patience, patienceMs).isOver).toBe(true);
    expect(look(heard(patienceMs - 1), patienceMs).isOver).toBe(false);
  });

  it("that was asleep itself waits anew", () => {
    const { patience, isOver } = look(heard(0), 3_600_000);
    expect(isOver).toBe(false);
    expect(look(patience, 3_600_000 + beatMs).isOver).toBe(false);
  });

  it("whose clock goes back waits anew", () => {
    expect(look(heard(1_000_000), 0)).toEqual({ patience: heard(0), isOver: false });
  });
});
