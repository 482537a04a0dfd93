/** Who is in a log, by their signed bundles. */
import { type Bundle, type Log, bundleOf, equal, id, startLog, takeBundle } from "@oakroom/crypto";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import { userOf } from "../ids.ts";
import type { LogCore } from "./core.ts";
import type { Returning } from "./returning.ts";

type Membership = Pick<LogCore, "id" | "kind" | "members" | "session">;
type Starting = Membership & { readonly returning: Returning };

/** The newest bundles that the verifier took, of all members who have one. */
export function newestBundles({ members, verifier }: Pick<LogCore, "members" | "verifier">): ReadonlyArray<Bundle> {
  return members.flatMap((member) => (verifier && bundleOf(verifier, userOf(member))) ?? []);
}

/** The newest bundle of each identity that the members have or had: what old signatures are verified by. */
export function allIdentities({ members, session, verifier }: Pick<LogCore, "members" | "session" | "verifier">) {
  return members.map((member) => {
    const known = session.bundles.identitiesOf(member).flatMap((bundles) => bundles.at(-1) ?? []);
    const current = verifier && bundleOf(verifier, userOf(member));
    return current && !known.some(({ hash }) => equal(hash, current.hash)) ? [...known, current] : known;
  });
}

/** Whether the other member counts in this log under an identity that they have no more. */
export function isToReadmit({ verifier, session }: Pick<LogCore, "verifier" | "session">, other: AccountId): boolean {
  const [newest] = session.bundles.of(other);
  const counting = verifier && bundleOf(verifier, userOf(other));
  return newest !== undefined && counting !== undefined && !equal(newest.iskHash, counting.iskHash);
}

/** Starts the verifier with everybody's first bundle; `undefined` while a member has no keys, or has to be let in first. */
export function startVerifier({ id: log, kind, members, session, returning }: Starting): Log | undefined {
  if (returning.isAwaited) return undefined;
  const firsts = members.flatMap((member) => returning.firstOf(member) ?? session.bundles.of(member)[0] ?? []);
  return firsts.length === members.length ? startLog(id("log", uuidBytes(log)), kind, firsts) : undefined;
}

/** Hands the verifier what bundles came since: of the identity that counts in the log, and of those that a readmit may name. */
export async function takeNewBundles(verifier: Log, { members, session }: Membership): Promise<void> {
  for (const member of members) {
    const known = bundleOf(verifier, userOf(member));
    const identities = session.bundles.identitiesOf(member);
    const current = identities.findIndex(([first]) => first && known && equal(first.iskHash, known.iskHash));
    for (const bundle of identities.slice(Math.max(current, 0)).flat()) {
      const isTaken = known && equal(bundle.iskHash, known.iskHash) && bundle.version <= known.version;
      // Each follows the one before.
      if (!isTaken) await takeBundle(verifier, bundle.bytes);
    }
  }
}
