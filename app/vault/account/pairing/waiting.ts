/** Waiting for the other device of a pairing. */
import type { Account } from "../account.ts";

/** The server tells at once; where its stream is broken, this asks all the same. */
const askAgainMs = 5000;

/** Asks with each hint of the server, until there is an answer or the signal ends it. */
export async function waitFor<Found>(
  account: Pick<Account, "facts" | "host">,
  signal: AbortSignal,
  ask: () => Promise<Found | "waiting">,
): Promise<Found | "over"> {
  while (!signal.aborted) {
    // Listened to before it asks, so that nothing is told in between.
    const hint = nextHint(account, signal);
    const found = await ask();
    if (found !== "waiting") {
      hint.end();
      return found;
    }
    await hint.comes;
  }
  return "over";
}

function nextHint({ facts, host }: Pick<Account, "facts" | "host">, over: AbortSignal) {
  const ending = new AbortController();
  const end = () => ending.abort();
  over.addEventListener("abort", end);
  facts.add(end);
  const comes = host.wait(askAgainMs, ending.signal).finally(() => {
    facts.delete(end);
    over.removeEventListener("abort", end);
  });
  return { comes, end };
}
