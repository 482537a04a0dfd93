/** The buckets of a process, in memory: a restart fills them, and each process has its own. */
import type { AccountId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { type Bucket, type Counted, leftIn, quotas, takeFrom, waitFor } from "./rules.ts";

/** Beyond so many buckets, those that are full again are forgotten. */
const most = 20_000;

/** What is taken, by what is counted. */
export type Taking = Readonly<Partial<Record<Counted, number>>>;

/** What people have stored of late. */
export class Quotas {
  readonly #buckets = new Map<string, { readonly counted: Counted; readonly bucket: Bucket }>();

  /** Takes all of it, or nothing and answers how long to wait, in ms. */
  take(person: AccountId, taking: Taking, now: Instant): number {
    const wanted = Object.entries(quotas).flatMap(([name, quota]) => {
      const counted = isCounted(name) ? name : undefined;
      const amount = counted && taking[counted];
      return counted && amount ? [{ counted, quota, amount, key: `${counted} ${person}` }] : [];
    });
    const wait = Math.max(0, ...wanted.map((one) => waitFor(this.#at(one.key), one.quota, one.amount, now)));
    if (wait > 0) return wait;
    for (const { counted, quota, amount, key } of wanted)
      this.#buckets.set(key, { counted, bucket: takeFrom(this.#at(key), quota, amount, now) });
    if (this.#buckets.size > most) this.#forgetFull(now);
    return 0;
  }

  #at(key: string): Bucket | undefined {
    return this.#buckets.get(key)?.bucket;
  }

  #forgetFull(now: Instant): void {
    for (const [key, { counted, bucket }] of this.#buckets)
      if (leftIn(bucket, quotas[counted], now) >= quotas[counted].burst) this.#buckets.delete(key);
  }
}

function isCounted(name: string): name is Counted {
  return Object.hasOwn(quotas, name);
}
