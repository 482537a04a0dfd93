/**
 * Which tab leads, as far as it can be said without a browser. Whoever begins to lead raises a number, the fence, on the device; whatever a
 * tab writes is kept only where the number is still its own. So a tab that was frozen while it led, and wakes behind another, writes nothing.
 */

/** How often a tab that follows asks for a sign of life. */
export const beatMs = 4000;

/** For so long it waits for one. */
export const patienceMs = 12_000;

/** The fence of whoever begins to lead, behind the one that lies on the device. */
export function nextFence(held: unknown): number {
  return (typeof held === "number" ? held : 0) + 1;
}

/** True where nobody has begun to lead since. */
export function holdsFence(held: unknown, mine: number): boolean {
  return held === mine;
}

/** When a tab that follows last heard of the one that leads, and when it last looked. */
export interface Patience {
  readonly heardAt: number;
  readonly lookedAt: number;
}

/** It has just heard of it. */
export function heard(now: number): Patience {
  return { heardAt: now, lookedAt: now };
}

/** It looks. A tab that was itself asleep, or whose clock went back, begins to wait anew: the silence was its own. */
export function look(
  { heardAt, lookedAt }: Patience,
  now: number,
): { readonly patience: Patience; readonly isOver: boolean } {
  const wasAsleep = now < lookedAt || now - lookedAt >= patienceMs;
  const patience = { heardAt: wasAsleep ? now : heardAt, lookedAt: now };
  return { patience, isOver: now - patience.heardAt >= patienceMs };
}
