/**
 * What the vault writes into its owner's log for their other devices: whom they know, how far each log had come, and
 * how the recovery code is asked back. Sealed: its owner alone.
 */
import * as z from "zod/mini";
import type { NewEvent } from "../../features/room/state/schema.ts";
import { AccountId, LogId } from "../../values/id.ts";
import type { SelfEvent } from "../log/content.ts";
import { type KeyChange, readKeyChanges } from "./key-changes.ts";
import { Known, type KnownPerson } from "./lost/notes.ts";

/** The beginning of the vault's own event types. */
export const selfPrefix = "vault.";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Pinned = z.strictObject({
  account: AccountId,
  identity: hash,
  version: z.int().check(z.gte(1)),
  bundle: hash,
  isCompared: z.boolean(),
});
const Reached = z.strictObject({ log: LogId, heads: z.array(hash), at: z.int() });
const Erased = z.strictObject({ log: LogId });
const Entered = z.strictObject({ log: LogId, other: AccountId });
const RecoveryMade = z.strictObject({
  salt: z.string(),
  groups: z.array(z.int().check(z.gte(1), z.lte(9))),
  digests: z.array(z.string()),
});
const Named = z.strictObject({ id: z.uuid(), name: z.string().check(z.minLength(1), z.maxLength(120)) });
const RecoveryConfirmed = z.strictObject({ salt: z.string() });

/** How far a log had come, as some device of its owner wrote down. */
export type ReachedLog = z.infer<typeof Reached>;
/** What it takes to check three groups of the recovery code. 100 bits of it stay unknown. */
export type RecoveryCheck = z.infer<typeof RecoveryMade>;

/** Everything that one's own log says to the vault. */
export interface Notes {
  readonly people: ReadonlyMap<AccountId, KnownPerson>;
  /** Accounts for which two devices wrote down different identities. */
  readonly disputed: ReadonlySet<AccountId>;
  /** Account and identity, one behind the other: keys that are not theirs, as they have signed. */
  readonly disowned: ReadonlySet<string>;
  /** Who came back with new keys that were compared. */
  readonly returned: ReadonlySet<AccountId>;
  /** Who the other one in a room is, as it was when the room first opened. */
  readonly rooms: ReadonlyMap<LogId, AccountId>;
  readonly reached: ReadonlyMap<LogId, ReachedLog>;
  /** True where these keys took the place of others that were lost. */
  readonly isBegunAnew: boolean;
  /** Rooms that both erased: whatever a server shows of them, they stay empty. */
  readonly erased: ReadonlySet<LogId>;
  readonly recovery: RecoveryCheck | undefined;
  readonly isRecoveryConfirmed: boolean;
  /** What its owner calls a device or a passkey, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** What devices did to the ways in. */
  readonly changes: ReadonlyArray<KeyChange>;
}

/** Notes that somebody's keys are known. */
export function pinned(person: KnownPerson): NewEvent {
  const { account, identity, version, bundle, isCompared } = person;
  return { type: "vault.pinned", version: 1, payload: { account, identity, version, bundle, isCompared } };
}

/** Notes with whom a room is: no server can exchange them for a device that joins later. */
export function entered(log: LogId, other: AccountId): NewEvent {
  return { type: "vault.entered", version: 1, payload: { log, other } };
}

/** Notes that these keys took the place of others that were lost: no device of theirs begins a room of before without a word of the other. */
export function begunAnew(): NewEvent {
  return { type: "vault.begun-anew", version: 1, payload: {} };
}

/** Notes how far a log has come. */
export function reached(log: ReachedLog): NewEvent {
  return { type: "vault.reached", version: 1, payload: log };
}

/** Notes that both erased a room: a device that joins later opens nothing of it, whatever a server kept. */
export function erased(log: LogId): NewEvent {
  return { type: "vault.erased", version: 1, payload: { log } };
}

/** Notes how the recovery code is asked back. */
export function recoveryMade(check: RecoveryCheck): NewEvent {
  return { type: "vault.recovery-made", version: 1, payload: check };
}

/** Notes that it was asked back. */
export function recoveryConfirmed({ salt }: RecoveryCheck): NewEvent {
  return { type: "vault.recovery-confirmed", version: 1, payload: { salt } };
}

/** Notes what a device or a passkey is called. */
export function named(id: string, name: string): NewEvent {
  return { type: "vault.named", version: 1, payload: { id, name } };
}

/** Reads the vault's own events, in the order of the fold. An event of another shape is left out. */
export function readNotes(events: ReadonlyArray<SelfEvent>): Notes {
  const known = new Known();
  const rooms = new Map<LogId, AccountId>();
  const logs = new Map<LogId, ReachedLog>();
  const names = new Map<string, string>();
  const gone = new Set<LogId>();
  let recovery: RecoveryCheck | undefined;
  let confirmed: string | undefined;
  for (const { type, payload } of events) {
    if (type === "vault.pinned") known.pin(z.safeParse(Pinned, payload).data);
    if (type === "vault.returned") known.return(z.safeParse(Pinned, payload).data);
    if (type === "vault.disowned") known.disown(payload);
    if (type === "vault.entered") {
      const one = z.safeParse(Entered, payload).data;
      if (one && !rooms.has(one.log)) rooms.set(one.log, one.other);
    }
    if (type === "vault.reached") {
      const one = z.safeParse(Reached, payload).data;
      if (one) logs.set(one.log, one);
    }
    if (type === "vault.erased") {
      const one = z.safeParse(Erased, payload).data;
      if (one) gone.add(one.log);
    }
    if (type === "vault.named") {
      const one = z.safeParse(Named, payload).data;
      if (one) names.set(one.id, one.name);
    }
    if (type === "vault.recovery-made") recovery = z.safeParse(RecoveryMade, payload).data ?? recovery;
    if (type === "vault.recovery-confirmed")
      confirmed = z.safeParse(RecoveryConfirmed, payload).data?.salt ?? confirmed;
  }
  return {
    people: known.people,
    disputed: known.disputed,
    disowned: known.disowned,
    returned: known.returned,
    rooms,
    reached: logs,
    erased: gone,
    isBegunAnew: events.some(({ type }) => type === "vault.begun-anew"),
    recovery,
    names,
    changes: readKeyChanges(events),
    isRecoveryConfirmed: recovery !== undefined && confirmed === recovery.salt,
  };
}
