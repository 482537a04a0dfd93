/** The caller that screens use: the browser's fetch, and one signal that tells the shell when nobody is signed in any more. */
import { signal } from "@preact/signals";
import { makeCall, type Call } from "./call.ts";

/** How often a call found that nobody is signed in; the shell watches it. */
export const signedOutCount = signal(0);

/** Calls one declared operation: `await call(ReadMe, {})`. Use it from a feature's `api.ts`. */
export const call: Call = makeCall({
  fetch: (address, request) => fetch(address, request),
  onSignedOut: () => {
    signedOutCount.value += 1;
  },
});
