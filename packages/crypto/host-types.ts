/**
 * Planted breaches for the compiler: were a type of host.d.ts missing, it would silently become `any`, and these lines would
 * stop the build as unused expectations.
 */
import type { DskKey, HostKey, IskPublic, UserId } from "./values.ts";

/** Nothing to run: this page is for the compiler. */
export function planted(take: (key: HostKey) => void, user: UserId): ReadonlyArray<unknown> {
  // @ts-expect-error a number is no key
  take(1);
  // @ts-expect-error bytes are no key
  take(user);
  // @ts-expect-error an id is no public key
  const isk: IskPublic = user;
  // @ts-expect-error nothing but the gate makes a device's key
  const dsk: DskKey = {};
  return [isk, dsk];
}
