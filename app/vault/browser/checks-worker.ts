/** Checks signatures for the vault's worker, and knows nothing else: no key that is secret, no text, no server. */
import { type PackedChecks, answerChecks } from "@oakroom/crypto";

/** Checks, and the number under which their answer is waited for. */
export interface ChecksAsked {
  readonly batch: number;
  readonly checks: PackedChecks;
}

/** The answer to one batch; see `answerChecks`. */
export interface ChecksAnswered {
  readonly batch: number;
  readonly holds: Uint8Array;
}

async function answer({ batch, checks }: ChecksAsked): Promise<void> {
  const answered: ChecksAnswered = { batch, holds: await answerChecks(checks) };
  globalThis.postMessage(answered);
}

// The vault's worker alone has this port: what comes is what it packed.
globalThis.addEventListener("message", ({ data }: MessageEvent<ChecksAsked>) => void answer(data));
