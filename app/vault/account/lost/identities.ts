/** Somebody's identities as the server tells them. None of it is believed before a comparison, a readmit or a signature says so. */
import {
  type Bundle,
  type IskPublic,
  decode,
  equal,
  hex,
  iskHashOf,
  readDisowning,
  readKeysChange,
  refuseSuccessor,
} from "@oakroom/crypto";
import { ReadIdentities } from "../../../features/room/log/keys/anew/schema.ts";
import type { AccountId } from "../../../values/id.ts";
import type { VaultHost } from "../../host.ts";
import { userOf } from "../../ids.ts";
import { verifyAll } from "../bundles.ts";

/** One identity: its bundles, oldest first, each following the one before. */
export type Chain = readonly [Bundle, ...Bundle[]];

/** What the server says of somebody. */
export interface ToldIdentities {
  /** Oldest first. */
  readonly chains: ReadonlyArray<Chain>;
  /** Signed changes that disown one. */
  readonly disowned: ReadonlyArray<Uint8Array>;
}

const largest = 2 ** 24;

function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

function bytesIn(value: unknown): ReadonlyArray<Uint8Array> {
  return isList(value) ? value.filter((one) => one instanceof Uint8Array) : [];
}

/** Asks for somebody's identities. */
export async function askForIdentities({ server }: VaultHost, account: AccountId): Promise<ToldIdentities | "offline"> {
  const reply = await server.call(ReadIdentities, { params: { accountId: account } });
  const parts: unknown = reply.kind === "done" ? decode(reply.value, largest) : undefined;
  const [lists, changes] = isList(parts) ? parts : [];
  if (!isList(lists)) return "offline";
  const chains = await Promise.all(lists.map((list) => readChain(account, bytesIn(list))));
  return { chains: chains.filter((chain) => chain !== undefined), disowned: bytesIn(changes) };
}

async function readChain(account: AccountId, records: ReadonlyArray<Uint8Array>): Promise<Chain | undefined> {
  const [first, ...later] = (await verifyAll(records)) ?? [];
  const user = userOf(account);
  if (!first || first.version !== 1 || !equal(first.user, user)) return undefined;
  const follows = later.every((bundle, at) => refuseSuccessor(later[at - 1] ?? first, bundle) === undefined);
  return follows ? [first, ...later] : undefined;
}

/** The identities, as hex, that this one has disowned. Nobody disowns themselves: whoever signed so was brought to it. */
export async function disownedBy(
  isk: IskPublic,
  account: AccountId,
  changes: ReadonlyArray<Uint8Array>,
): Promise<ReadonlySet<string>> {
  const user = userOf(account);
  const own = hex(iskHashOf(isk));
  const records = await Promise.all(changes.map((change) => readKeysChange(change, isk)));
  const disownings = records.flatMap((record) => (typeof record === "string" ? [] : [readDisowning(record)]));
  return new Set(
    disownings
      .flatMap((one) => (typeof one === "object" && equal(one.user, user) ? [hex(one.iskHash)] : []))
      .filter((identity) => identity !== own),
  );
}
