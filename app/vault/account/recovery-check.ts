/** Asking three groups of the recovery code back, long after it was shown (C04). */
import { toBase64url } from "../../values/bytes.ts";
import type { RecoveryCheck } from "./pins.ts";

const asked = 3;

/** The form in which a group is compared: as the code itself is read, case does not matter, O is 0, I and L are 1. */
function plain(group: string): string {
  return group.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

async function digest(salt: string, group: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${salt} ${plain(group)}`));
  return toBase64url(new Uint8Array(bytes));
}

/** Three different places among the groups, in rising order. `chance` is at least nine random bytes. */
function choose(count: number, chance: Uint8Array): ReadonlyArray<number> {
  const places = Array.from({ length: count }, (_, at) => ({ place: at + 1, lot: chance[at] ?? 0 }));
  return places
    .toSorted((a, b) => a.lot - b.lot || a.place - b.place)
    .slice(0, asked)
    .map(({ place }) => place)
    .toSorted((a, b) => a - b);
}

/** What to keep of a new code, so that three of its groups can be asked back and the rest stays unknown. */
export async function makeRecoveryCheck(
  groups: ReadonlyArray<string>,
  random: (length: number) => Uint8Array,
): Promise<RecoveryCheck> {
  const salt = toBase64url(random(16));
  const places = choose(groups.length, random(groups.length));
  const digests = await Promise.all(places.map((place) => digest(salt, groups[place - 1] ?? "")));
  return { salt, groups: [...places], digests };
}

/** True where these are the groups asked for, in their order. */
export async function groupsMatch(check: RecoveryCheck, groups: ReadonlyArray<string>): Promise<boolean> {
  if (groups.length !== check.digests.length) return false;
  const digests = await Promise.all(groups.map((group) => digest(check.salt, group)));
  return digests.every((one, at) => one === check.digests[at]);
}
