/** What is needed only once a server was restored: its code comes then. */

/** Putting the owner's newer key records in the place of those of a backup. */
export function puttingBack() {
  return import("./putting-back.ts");
}
