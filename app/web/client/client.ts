/** The caller that screens use: the browser's fetch, and one signal that tells the shell when nobody is signed in any more. */
import { signal } from "@preact/signals";
import { makeCall, type Call } from "./call.ts";

/** Whether the last call did not reach the server. The shell says so, and asks until one does. */
export const away = signal(false);

/** How often a call found that nobody is signed in; the shell watches it. */
export const signedOutCount = signal(0);

/** Calls one declared operation: `await call(ReadMe, {})`. Use it from a feature's `api.ts`. */
export const call: Call = makeCall({
  fetch: (address, request) => fetch(address, request),
  onReached: (reached) => {
    away.value = !reached;
  },
  onSignedOut: () => {
    signedOutCount.value += 1;
  },
});
