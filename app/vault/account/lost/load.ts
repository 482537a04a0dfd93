/** What is needed only where somebody lost every key: its code comes when somebody does. */

/** Beginning anew, and cancelling it. */
export function lostKeys() {
  return import("./anew.ts");
}

/** The other person's new keys. */
export function othersKeys() {
  return import("./others.ts");
}
