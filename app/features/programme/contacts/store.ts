/** Contacts for concerns in the database: the settings name them, `contact` says who was asked. */
import { fingerprintWords, verifyBundle } from "@oakroom/crypto";
import * as z from "zod/mini";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ContactOf, ContactRow } from "../../../server/guards/contact.ts";
import type { AccountId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { addressKey } from "../../../values/text.ts";
import { Contacts } from "../programmes/schema.ts";
import { type ContactState, stateOf, waitForAnother } from "./rules.ts";

/** Somebody whom the settings name. */
export interface NamedContact {
  readonly name: string;
  readonly email: string;
  readonly state: ContactState;
  /** Empty until they were asked. */
  readonly accountId: AccountId | undefined;
  /** Six words; empty until they have keys. */
  readonly fingerprint: string;
}

const namedIn = (settings: string) => z.parse(Contacts, JSON.parse(settings));

async function settingsOf(read: Reader, programmeId: ProgrammeId) {
  const row = await read
    .selectFrom("programme")
    .select("contacts")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return namedIn(row.contacts);
}

/** Everyone whom the settings name, in their order. */
export async function listContacts(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyArray<NamedContact>> {
  const named = await settingsOf(read, programmeId);
  const asked = await read.selectFrom("contact").selectAll().where("programme_id", "=", programmeId).execute();
  if (asked.length === 0)
    return named.map(({ name, email }) => ({ name, email, state: "named", accountId: undefined, fingerprint: "" }));
  const fingerprints = await fingerprintsOf(
    read,
    asked.map(({ account_id }) => account_id),
  );
  return named.map(({ name, email }) => {
    const row = asked.find(({ named_key }) => named_key === addressKey(email));
    const fingerprint = row ? (fingerprints.get(row.account_id) ?? "") : "";
    return { name, email, state: standing(row, fingerprint !== ""), accountId: row?.account_id, fingerprint };
  });
}

function standing(row: ContactRow | undefined, hasKeys: boolean): ContactState {
  return stateOf(row && { acceptedAt: row.accepted_at, leftAt: row.left_at, hasKeys });
}

/** The fingerprints of people's newest keys; whoever has none is left out. */
async function fingerprintsOf(read: Reader, people: ReadonlyArray<AccountId>): Promise<ReadonlyMap<AccountId, string>> {
  const bundles = await bundlesOf(read, people);
  const found = await Promise.all(
    people.map(async (account) => {
      const newest = bundles.findLast(({ account_id }) => account_id === account);
      const bundle = newest && (await verifyBundle(newest.bytes));
      return typeof bundle === "object" ? ([account, (await fingerprintWords(bundle)).join(" ")] as const) : undefined;
    }),
  );
  return new Map(found.flatMap((each) => (each ? [each] : [])));
}

/** The signed keys of people, oldest first. */
export function bundlesOf(read: Reader, people: ReadonlyArray<AccountId>) {
  return read
    .selectFrom("key_bundle")
    .select(["account_id", "bytes"])
    .where("account_id", "in", people)
    .orderBy("version")
    .execute();
}

/** True where nobody new may be put together: somebody stepped down, and people have one contact fewer than they were promised. */
export async function waitsForContact(read: Reader, programmeId: ProgrammeId): Promise<boolean> {
  return waitForAnother((await listContacts(read, programmeId)).map(({ state }) => state));
}

/** True where a mail of this name is on its way, or went. */
export async function isLaidDown(read: Reader, effectKey: string): Promise<boolean> {
  const job = await read.selectFrom("job").select("id").where("effect_key", "=", effectKey).executeTakeFirst();
  return job !== undefined;
}

/** Notes that somebody is asked; whoever was asked before stays as they stand. */
export async function noteAsked(
  writer: Writer,
  now: Instant,
  programmeId: ProgrammeId,
  accountId: AccountId,
  email: string,
): Promise<void> {
  await writer
    .insertInto("contact")
    .values({
      programme_id: programmeId,
      account_id: accountId,
      named_key: addressKey(email),
      invited_at: now,
      accepted_at: null,
      left_at: null,
    })
    .onConflict((clash) =>
      clash.columns(["programme_id", "account_id"]).doUpdateSet({ named_key: addressKey(email), invited_at: now }),
    )
    .execute();
}

/** A contact says that they are ready, or steps down. True where this changed something. */
export async function changeContact(
  writer: Writer,
  { programmeId, accountId }: ContactOf,
  act: "be-ready" | "step-down",
  now: Instant,
): Promise<boolean> {
  const mine = writer
    .updateTable("contact")
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId);
  const changed = await (
    act === "be-ready"
      ? mine
          .set({ accepted_at: now, left_at: null })
          .where((or) => or.or([or("accepted_at", "is", null), or("left_at", "is not", null)]))
      : mine.set({ left_at: now }).where("left_at", "is", null)
  ).executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Where somebody stands as a contact; `undefined` where the settings name them no longer. */
export async function findContact(
  read: Reader,
  { programmeId, accountId }: ContactOf,
): Promise<NamedContact | undefined> {
  return (await listContacts(read, programmeId)).find((contact) => contact.accountId === accountId);
}

/** The programmes that have asked somebody to be a contact, with where they stand. */
export async function contactPlaces(read: Reader, accountId: AccountId, hasKeys: boolean) {
  const rows = await read
    .selectFrom("contact")
    .innerJoin("programme", "programme.id", "contact.programme_id")
    .selectAll("contact")
    .select(["programme.name", "programme.contacts"])
    .where("contact.account_id", "=", accountId)
    .orderBy("programme.created_at")
    .execute();
  return rows.map((row) => {
    const isNamed = namedIn(row.contacts).some(({ email }) => addressKey(email) === row.named_key);
    return {
      programmeId: row.programme_id,
      programmeName: row.name,
      state: isNamed ? standing(row, hasKeys) : ("left" as const),
    };
  });
}
