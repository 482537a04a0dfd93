/** What only those need who lost every key: its code comes when somebody does. */

/** Loads it. */
export function lostKeys() {
  return import("./anew.ts");
}
