/** The part of the scripted server that sets identities aside and takes them back. Imported by tests alone. */
import { encode, readDisowning, readKeysChange, verifyBundle } from "@oakroom/crypto";
import { type Asked, type KeptLog, type Keys, type Outcome, done, refused } from "./records.ts";

/** What it needs of the server. */
export interface KeyDesk {
  readonly keys: Map<string, Keys>;
  readonly logs: Map<string, KeptLog>;
  append(id: string, kind: "epoch", bytes: Uint8Array): Outcome;
  tellFact(about: "keys", id: string): void;
}

/** Answers what is asked about beginning anew; `undefined` for anything else. `enrol` stores new keys. */
export async function answerAnew(
  desk: KeyDesk,
  { operation, by, input }: Asked,
  enrol: () => Outcome,
): Promise<Outcome | undefined> {
  const keys = desk.keys.get(by);
  if (operation === "readIdentities") return done(encode(told(desk.keys.get(input.params?.["accountId"] ?? ""))));
  if (operation === "readLoss")
    return done({ begunAt: keys?.former?.length ? 1 : null, mayCancel: true, anewFrom: null });
  if (operation === "readFormerKeys")
    return done(encode((keys?.former ?? []).toReversed().map(({ ring, slots }) => [ring, [...slots.values()]])));
  if (operation === "beginAnew") return keys ? begin(desk, by, keys, enrol) : refused("no-keys");
  if (operation === "cancelAnew") return keys ? cancel(desk, by, keys, input.body ?? new Uint8Array()) : undefined;
  return undefined;
}

function told(keys: Keys | undefined): readonly [ReadonlyArray<ReadonlyArray<Uint8Array>>, ReadonlyArray<Uint8Array>] {
  if (!keys) return [[], []];
  return [[...(keys.former ?? []), keys].map(({ bundles }) => bundles), keys.disowned ?? []];
}

function begin(desk: KeyDesk, by: Asked["by"], keys: Keys, enrol: () => Outcome): Outcome {
  const { former = [], disowned = [], ...mine } = keys;
  desk.keys.delete(by);
  for (const log of desk.logs.values()) {
    for (const key of log.wraps.keys()) if (key.endsWith(by)) log.wraps.delete(key);
    if (log.kind === "own") log.members.splice(0, log.members.includes(by) ? 1 : 0);
  }
  const begun = enrol();
  const now = desk.keys.get(by);
  if (now) Object.assign(now, { former: [...former, mine], disowned });
  desk.tellFact("keys", by);
  return begun;
}

async function cancel(desk: KeyDesk, by: Asked["by"], keys: Keys, change: Uint8Array): Promise<Outcome> {
  const [before] = (keys.former ?? []).slice(-1);
  const bundle = before && (await verifyBundle(before.bundles.at(-1) ?? new Uint8Array()));
  const record = typeof bundle === "object" ? await readKeysChange(change, bundle.isk) : "malformed";
  const disowning = typeof record === "string" ? record : readDisowning(record);
  if (!before || typeof disowning === "string") return refused("not-signed");
  desk.keys.set(by, {
    ...before,
    former: (keys.former ?? []).slice(0, -1),
    disowned: [...(keys.disowned ?? []), change],
  });
  for (const log of desk.logs.values()) if (log.kind === "own" && log.members.length === 0) log.members.push(by);
  desk.tellFact("keys", by);
  return done();
}
