/** One person in the database: their page, and what a manager may change of it. */
import * as z from "zod/mini";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { ManagerOf } from "../../../../server/guards/manager.ts";
import type { ManagerOfParticipant } from "../../../../server/guards/participant.ts";
import type { AccountId, ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { addressKey } from "../../../../values/text.ts";
import { findLeaving } from "../../leaving/store.ts";
import { dropNamedWith } from "../../matching/known-pairs/store.ts";
import { ImportedPerson } from "../import/schema.ts";
import { type OwnPlaceAct, stateAfter } from "../rules.ts";
import type { PersonFacts, PersonPage } from "../schema.ts";
import { factsOf, lockPeople, readRoles } from "../store.ts";

/** One person's page, but for the profile, which its own store reads. */
export async function readPerson(
  read: Reader,
  { programmeId, participantId }: ManagerOfParticipant,
): Promise<Omit<PersonPage, "profile">> {
  const row = await read
    .selectFrom("participant")
    .innerJoin("programme", "programme.id", "participant.programme_id")
    .selectAll("participant")
    .select(["programme.name as programme_name", "programme.leaving_days"])
    .where("participant.programme_id", "=", programmeId)
    .where("participant.id", "=", participantId)
    .executeTakeFirstOrThrow();
  const invitation = await read
    .selectFrom("invitation")
    .select(["created_at", "expires_at", "used_at"])
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .where("replaced_at", "is", null)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return {
    id: row.id,
    programmeName: row.programme_name,
    state: row.state,
    callName: row.call_name ?? "",
    facts: {
      name: row.name,
      email: row.email,
      roles: readRoles(row.roles),
      team: row.team ?? "",
      site: row.site ?? "",
      level: row.level,
      managerEmail: row.manager_email ?? "",
    },
    managerName: row.manager_email === null ? "" : await nameByAddress(read, programmeId, row.manager_email),
    invitedFor: z.parse(z.array(z.string()), JSON.parse(row.invited_for)),
    joined: row.account_id !== null,
    addedAt: row.created_at,
    enrolledAt: row.enrolled_at,
    leavingDays: row.leaving_days,
    leftUntil: row.state === "left" ? ((await findLeaving(read, { programmeId, participantId })) ?? null) : null,
    invitation: invitation
      ? { sentAt: invitation.created_at, expiresAt: invitation.expires_at, usedAt: invitation.used_at }
      : null,
    imported: row.imported === null ? null : showImported(row.imported),
  };
}

async function nameByAddress(read: Reader, programmeId: ProgrammeId, email: string): Promise<string> {
  const row = await read
    .selectFrom("participant")
    .select("name")
    .where("programme_id", "=", programmeId)
    .where("email_key", "=", addressKey(email))
    .executeTakeFirst();
  return row?.name ?? "";
}

function showImported(text: string): NonNullable<PersonPage["imported"]> {
  const { timeZone, languages, offers, goals, limits, capacity, availability } = z.parse(
    ImportedPerson,
    JSON.parse(text),
  );
  return { timeZone: timeZone ?? "", languages, offers, goals, limits, capacity, availability: availability ?? "" };
}

const orNull = (text: string) => (text === "" ? null : text);

function typedFacts(facts: PersonFacts) {
  return factsOf({
    ...facts,
    team: orNull(facts.team),
    site: orNull(facts.site),
    managerEmail: orNull(facts.managerEmail),
  });
}

/** Adds one person. The same id again changes nothing. */
export async function addPerson(
  writer: Writer,
  engine: Database["engine"],
  { programmeId }: ManagerOf,
  now: Instant,
  id: ParticipantId,
  facts: PersonFacts,
): Promise<"address-in-use" | "added" | "as-it-was"> {
  await lockPeople(writer, engine, programmeId);
  const other = await findByAddress(writer, programmeId, facts.email);
  if (other) return other === id ? "as-it-was" : "address-in-use";
  await writer
    .insertInto("participant")
    .values({
      programme_id: programmeId,
      id,
      account_id: null,
      email: facts.email,
      email_key: addressKey(facts.email),
      ...typedFacts(facts),
      call_name: null,
      state: "added",
      imported: null,
      invited_for: "[]",
      created_at: now,
      updated_at: now,
      enrolled_at: null,
    })
    .execute();
  return "added";
}

/** Corrects what is known of somebody. A new address ends the invitation that went to the old one. */
export async function correctPerson(
  writer: Writer,
  engine: Database["engine"],
  { programmeId, participantId }: ManagerOfParticipant,
  now: Instant,
  facts: PersonFacts,
): Promise<"address-in-use" | "joined-with-this-address" | undefined> {
  await lockPeople(writer, engine, programmeId);
  const row = await writer
    .selectFrom("participant")
    .select(["account_id", "email_key", "state"])
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .executeTakeFirstOrThrow();
  const moved = row.email_key !== addressKey(facts.email);
  if (moved && row.account_id !== null) return "joined-with-this-address";
  if (moved && (await findByAddress(writer, programmeId, facts.email))) return "address-in-use";
  if (moved) await endInvitations(writer, programmeId, participantId, now);
  await writer
    .updateTable("participant")
    .set({
      ...typedFacts(facts),
      email: facts.email,
      email_key: addressKey(facts.email),
      updated_at: now,
      ...(moved && row.state === "invited" ? { state: "added" as const } : {}),
    })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .execute();
  return undefined;
}

async function findByAddress(
  read: Reader,
  programmeId: ProgrammeId,
  email: string,
): Promise<ParticipantId | undefined> {
  const row = await read
    .selectFrom("participant")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("email_key", "=", addressKey(email))
    .executeTakeFirst();
  return row?.id;
}

/** Ends the links that are on their way to somebody. */
async function endInvitations(
  writer: Writer,
  programmeId: ProgrammeId,
  participantId: ParticipantId,
  now: Instant,
): Promise<void> {
  await writer
    .updateTable("invitation")
    .set({ replaced_at: now })
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();
}

/** Changes somebody's place; for a manager as far as theirs goes, and for the person. */
export async function changePlace(
  writer: Writer,
  place: { readonly programmeId: ProgrammeId; readonly participantId: ParticipantId },
  now: Instant,
  act: OwnPlaceAct,
): Promise<"not-now" | "changed" | "as-it-was"> {
  const row = await writer
    .selectFrom("participant")
    .select(["state", "enrolled_at"])
    .where("programme_id", "=", place.programmeId)
    .where("id", "=", place.participantId)
    .executeTakeFirstOrThrow();
  const state = stateAfter(act, row.state, row.enrolled_at !== null);
  if (!state) return "not-now";
  if (state === row.state) return "as-it-was";
  if (act === "leave") {
    await endInvitations(writer, place.programmeId, place.participantId, now);
    await dropNamedWith(writer, place);
  }
  const changed = await writer
    .updateTable("participant")
    .set({ state, updated_at: now })
    .where("programme_id", "=", place.programmeId)
    .where("id", "=", place.participantId)
    .where("state", "=", row.state)
    .returning("id")
    .executeTakeFirst();
  if (changed) return "changed";
  // Somebody else was quicker, with the same or with something else.
  const after = await writer
    .selectFrom("participant")
    .select("state")
    .where("programme_id", "=", place.programmeId)
    .where("id", "=", place.participantId)
    .executeTakeFirst();
  return after?.state === state ? "as-it-was" : "not-now";
}

/** Takes somebody off the list who has not joined; whoever has joined leaves instead. */
export async function removePerson(
  writer: Writer,
  { programmeId, participantId }: ManagerOfParticipant,
): Promise<"joined" | undefined> {
  // It is written as it stands, so that whoever asks at the same moment waits and then finds nobody.
  const gone = await writer
    .updateTable("participant")
    .set({ account_id: null })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .where("account_id", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!gone) return "joined";
  await dropNamedWith(writer, { programmeId, participantId });
  await writer
    .deleteFrom("invitation")
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .execute();
  await writer
    .deleteFrom("participant")
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .execute();
  return undefined;
}

/** The account of somebody; `undefined` until they have joined. */
export async function findAccountOf(
  read: Reader,
  programmeId: ProgrammeId,
  participantId: ParticipantId,
): Promise<AccountId | undefined> {
  const row = await read
    .selectFrom("participant")
    .select("account_id")
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .executeTakeFirst();
  return row?.account_id ?? undefined;
}
