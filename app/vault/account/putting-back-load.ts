/** What is needed only once a server was restored: its code comes then. */

/** Putting the owner's newer key records in the place of those of a backup, and joining two rings. */
export async function puttingBack() {
  const [{ putBack }, { withBothRings }] = await Promise.all([import("./putting-back.ts"), import("./both-rings.ts")]);
  return { putBack, withBothRings };
}
