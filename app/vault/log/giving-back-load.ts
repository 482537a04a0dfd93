/** What is needed only once a server was restored: its code comes then. */

/** A server that was never restored counts from here. */
export const firstGeneration = 1;

/** Giving back what a restored server lacks. */
export function givingBack() {
  return import("./giving-back.ts");
}
