/** Whom somebody wishes for, and whom they would rather not be put together with. Their writer and the matching read it, and nobody else. */
import type { Matching, Named, Pair } from "@oakroom/matching";
import { addressKey, EmailAddress } from "../../../../values/text.ts";

/** How many people somebody may wish for. */
export const mostWished = 10;

/** How many people somebody may rule out: few, so that nobody makes themselves impossible to match. */
export const mostAvoided = 5;

/** What somebody wrote: addresses, those wished for in their order. */
export interface Wishes {
  readonly wished: ReadonlyArray<string>;
  readonly avoided: ReadonlyArray<string>;
}

/** Why wishes cannot be kept. None of these tells whether somebody is in the programme. `text.ts` has a sentence for each. */
export type WishesRefusal = "too-many-wished" | "too-many-avoided" | "no-address" | "named-twice";

/** Decides whether wishes may be kept; `undefined` means that they may. */
export function refuseWishes({ wished, avoided }: Wishes): WishesRefusal | undefined {
  if (wished.length > mostWished) return "too-many-wished";
  if (avoided.length > mostAvoided) return "too-many-avoided";
  const all = [...wished, ...avoided];
  if (!all.every((address) => EmailAddress.safeParse(address.trim()).success)) return "no-address";
  return new Set(all.map(addressKey)).size < all.length ? "named-twice" : undefined;
}

/** One wish as it is kept; `place` counts from 1. */
export interface KeptWish {
  readonly by: string;
  readonly kind: "wished" | "avoided";
  readonly place: number;
  readonly addressKey: string;
  /** Who it was when it was written. */
  readonly who: string | null;
}

/** What the engine reads of wishes. */
export interface WishesForEngine {
  readonly named: ReadonlyArray<Named>;
  /** One of the two does not want the other; it does not say which. */
  readonly avoided: ReadonlyArray<Pair>;
}

/**
 * Whom the wishes of a programme name, among the people who are in it. Wishes for anybody else, and for oneself, name nobody.
 * `byAddress` finds people by the key of their address.
 */
export function wishesAmong(
  wishes: ReadonlyArray<KeptWish>,
  people: ReadonlySet<string>,
  byAddress: ReadonlyMap<string, string>,
): WishesForEngine {
  const named = new Map<string, Named>();
  const avoided: Pair[] = [];
  for (const { by, kind, place, addressKey: key, who: known } of wishes) {
    const who = known !== null && people.has(known) ? known : byAddress.get(key);
    if (who === undefined || who === by || !people.has(who) || !people.has(by)) continue;
    const pair = JSON.stringify([by, who]);
    if (kind === "avoided") avoided.push({ mentee: by, mentor: who });
    else if (!named.has(pair)) named.set(pair, { by, who, rank: place });
  }
  return { named: [...named.values()], avoided };
}

/** How many pairs of people named each other, whoever of them is the mentor. */
export function mutualPairs(named: WishesForEngine["named"]): number {
  const key = (one: string, other: string) => JSON.stringify([one, other]);
  const all = new Set(named.map(({ by, who }) => key(by, who)));
  return named.filter(({ by, who }) => by < who && all.has(key(who, by))).length;
}

/** Counts that managers read go in steps of this: nobody learns from one more or one less whose wish it was. */
const countStep = 5;

/** A count as managers may read it: the last full five; null where there are fewer than five. */
export function countForManagers(count: number): number | null {
  return count < countStep ? null : count - (count % countStep);
}

/** A matching as it is kept: points in all by the published table, none a pair, and no list of who wished for whom in vain. */
export function withoutWishes({ pairs, levels, ...rest }: Matching, points: number): Matching {
  const unweighed = pairs.map(({ mentee, mentor }) => ({ mentee, mentor, points: 0 }));
  return { ...rest, pairs: unweighed, levels: { ...levels, points }, exceptions: [] };
}
