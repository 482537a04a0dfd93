/** Who is in a log, by their signed bundles. */
import { type Bundle, type Log, bundleOf, id, startLog, takeBundle } from "@oakroom/crypto";
import { uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { LogCore } from "./core.ts";

type Membership = Pick<LogCore, "id" | "kind" | "members" | "session">;

/** The newest bundles that the verifier took, of all members who have one. */
export function newestBundles({ members, verifier }: Pick<LogCore, "members" | "verifier">): ReadonlyArray<Bundle> {
  return members.flatMap((member) => (verifier && bundleOf(verifier, userOf(member))) ?? []);
}

/** Starts the verifier with everybody's first bundle; `undefined` while a member has no keys. */
export function startVerifier({ id: log, kind, members, session }: Membership): Log | undefined {
  const firsts = members.flatMap((member) => session.bundles.of(member)[0] ?? []);
  return firsts.length === members.length ? startLog(id("log", uuidBytes(log)), kind, firsts) : undefined;
}

/** Hands the verifier what bundles came since. */
export async function takeNewBundles(verifier: Log, { members, session }: Membership): Promise<void> {
  for (const member of members) {
    const known = bundleOf(verifier, userOf(member))?.version ?? 0;
    for (const { version, bytes } of session.bundles.of(member)) {
      // Each follows the one before.
      if (version > known) await takeBundle(verifier, bytes);
    }
  }
}
