/** Profiles in the database, and what of them each circle of readers gets. */
import * as z from "zod/mini";
import type { Reader as Connection, Writer } from "../../../server/database/database.ts";
import type { ParticipantOf } from "../../../server/guards/participant.ts";
import type { ParticipantRow } from "../../../server/guards/tables.ts";
import type { AccountId, ParticipantId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { Roles } from "../../../values/role.ts";
import { ImportedPerson } from "../people/import/schema.ts";
import {
  calledName,
  type Described,
  missingFrom,
  type Profile,
  type Reader,
  seenBy,
  type SetbackReaders,
} from "./rules.ts";
import { type AboutMe, Help, type MyPlace, ProfileSeen } from "./schema.ts";

/** What somebody says of themselves. Lists are JSON. */
export interface ProfileRow {
  readonly programme_id: ProgrammeId;
  readonly participant_id: ParticipantId;
  readonly help_with: string;
  readonly limits: string;
  readonly decides_about: string;
  readonly wishes: string;
  readonly languages: string;
  readonly time_zone: string;
  readonly availability: string;
  readonly capacity: number;
  readonly why: string;
  readonly setback: string;
  readonly setback_readers: SetbackReaders;
  readonly saved_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    profile: ProfileRow;
  }
}

const Lines = z.array(z.string());
const Helps = z.array(Help);
const readRoles = (text: string) => z.parse(Roles, JSON.parse(text));
const readImported = (text: string | null) => (text === null ? undefined : z.parse(ImportedPerson, JSON.parse(text)));

/** One's own place in a programme. Before the first saving the profile holds what they said in the programme before, or what was imported. */
export async function readMyPlace(
  read: Connection,
  { programmeId, participantId, accountId, state }: ParticipantOf,
  hasKeys: boolean,
): Promise<MyPlace> {
  const row = await readParticipant(read, programmeId, participantId);
  const programme = await read
    .selectFrom("programme")
    .select("name")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const saved = await readRow(read, programmeId, participantId);
  const before = saved ? undefined : await fromLastTime(read, row, accountId);
  return {
    participantId,
    programmeId,
    programmeName: programme.name,
    state: state === "left" ? "invited" : state,
    roles: readRoles(row.roles),
    email: row.email,
    callName: row.call_name ?? "",
    about: {
      name: row.name,
      team: row.team ?? "",
      site: row.site ?? "",
      level: row.level,
      managerEmail: row.manager_email ?? "",
    },
    invitedFor: invitedFor(row),
    profile: saved ? profileOf(saved) : (before?.profile ?? proposedProfile(row)),
    ...(before && { saidIn: before.saidIn }),
    saved: saved !== undefined,
    hasKeys,
  };
}

function readParticipant(
  read: Connection,
  programmeId: ProgrammeId,
  participantId: ParticipantId,
): Promise<ParticipantRow> {
  return read
    .selectFrom("participant")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .executeTakeFirstOrThrow();
}

function readRow(
  read: Connection,
  programmeId: ProgrammeId,
  participantId: ParticipantId,
): Promise<ProfileRow | undefined> {
  return read
    .selectFrom("profile")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .executeTakeFirst();
}

/** What somebody said of themselves in the programme that this one follows: for themselves alone, until they save it here. */
async function fromLastTime(
  read: Connection,
  row: ParticipantRow,
  accountId: AccountId,
): Promise<{ readonly profile: MyPlace["profile"]; readonly saidIn: string } | undefined> {
  const before = await read
    .selectFrom("programme")
    .innerJoin("participant", "participant.programme_id", "programme.follows")
    .innerJoin("profile", (join) =>
      join
        .onRef("profile.programme_id", "=", "participant.programme_id")
        .onRef("profile.participant_id", "=", "participant.id"),
    )
    .innerJoin("programme as earlier", "earlier.id", "participant.programme_id")
    .selectAll("profile")
    .select("earlier.name as earlier_name")
    .where("programme.id", "=", row.programme_id)
    .where("participant.account_id", "=", accountId)
    .executeTakeFirst();
  if (!before) return undefined;
  const said = profileOf(before);
  const capacity = readRoles(row.roles).includes("mentor") ? Math.max(1, said.capacity) : 0;
  return { profile: { ...said, capacity }, saidIn: before.earlier_name };
}

/** A stored profile. */
export function profileOf(row: ProfileRow): MyPlace["profile"] {
  return {
    helpWith: z.parse(Helps, JSON.parse(row.help_with)),
    limits: z.parse(Lines, JSON.parse(row.limits)),
    decidesAbout: z.parse(Lines, JSON.parse(row.decides_about)),
    wishes: z.parse(Lines, JSON.parse(row.wishes)),
    languages: z.parse(Lines, JSON.parse(row.languages)),
    timeZone: row.time_zone,
    availability: row.availability,
    capacity: row.capacity,
    why: row.why,
    setback: row.setback,
    setbackReaders: row.setback_readers,
  };
}

/** What was imported, as the beginning of a profile. It is shown to nobody as if the person had said it. */
export function proposedProfile(row: Pick<ParticipantRow, "roles" | "imported">): MyPlace["profile"] {
  const imported = readImported(row.imported);
  const isMentor = readRoles(row.roles).includes("mentor");
  return {
    helpWith: (imported?.offers ?? []).map((topic) => ({ topic, learned: "" })),
    limits: [...(imported?.limits ?? [])],
    decidesAbout: [],
    wishes: [...(imported?.goals ?? [])],
    languages: [...(imported?.languages ?? [])],
    timeZone: imported?.timeZone ?? "",
    availability: imported?.availability ?? "",
    capacity: isMentor ? (imported?.capacity ?? 1) : 0,
    why: "",
    setback: "",
    setbackReaders: "pair",
  };
}

/** Topics for which the programme has invited a mentor, in its own words (P98). */
function invitedFor(row: Pick<ParticipantRow, "roles" | "invited_for">): string[] {
  return readRoles(row.roles).includes("mentor") ? z.parse(Lines, JSON.parse(row.invited_for)) : [];
}

/** What is saved at once. */
export interface Saving {
  readonly callName: string;
  readonly about: AboutMe;
  readonly profile: Profile;
}

/** Saves the profile, the corrections and the name. The account takes the name by which its owner wants to be called. */
export async function saveProfile(
  writer: Writer,
  { accountId, programmeId, participantId }: ParticipantOf,
  now: Instant,
  { callName, about, profile }: Saving,
): Promise<void> {
  const orNull = (text: string) => (text === "" ? null : text);
  await writer
    .updateTable("participant")
    .set({
      call_name: orNull(callName),
      name: about.name,
      team: orNull(about.team),
      site: orNull(about.site),
      level: about.level,
      manager_email: orNull(about.managerEmail),
      updated_at: now,
    })
    .where("programme_id", "=", programmeId)
    .where("id", "=", participantId)
    .execute();
  await writer
    .updateTable("account")
    .set({ name: calledName({ name: about.name, callName }) })
    .where("id", "=", accountId)
    .execute();
  const columns = {
    help_with: JSON.stringify(profile.helpWith),
    limits: JSON.stringify(profile.limits),
    decides_about: JSON.stringify(profile.decidesAbout),
    wishes: JSON.stringify(profile.wishes),
    languages: JSON.stringify(profile.languages),
    time_zone: profile.timeZone,
    availability: profile.availability,
    capacity: profile.capacity,
    why: profile.why,
    setback: profile.setback,
    setback_readers: profile.setbackReaders,
    saved_at: now,
  };
  await writer
    .insertInto("profile")
    .values({ programme_id: programmeId, participant_id: participantId, ...columns })
    .onConflict((clash) => clash.columns(["programme_id", "participant_id"]).doUpdateSet(columns))
    .execute();
}

/** The address by which the programme knows somebody. */
export async function readAddress(read: Connection, { programmeId, participantId }: ParticipantOf): Promise<string> {
  return (await readParticipant(read, programmeId, participantId)).email;
}

/** Whether a saved profile has all that taking part needs. */
export async function isProfileComplete(
  read: Connection,
  { programmeId, participantId, roles }: ParticipantOf,
): Promise<boolean> {
  const row = await readRow(read, programmeId, participantId);
  return row !== undefined && missingFrom(profileOf(row), roles).length === 0;
}

/** What one circle of readers may see of somebody; `undefined` until they have saved a profile. Fields beyond it are not there. */
export async function readSeen(
  read: Connection,
  programmeId: ProgrammeId,
  participantId: ParticipantId,
  reader: Reader,
): Promise<ProfileSeen | undefined> {
  const row = await readRow(read, programmeId, participantId);
  if (!row) return undefined;
  return seenOf(await readParticipant(read, programmeId, participantId), row, reader);
}

function seenOf(person: ParticipantRow, row: ProfileRow, reader: Reader): ProfileSeen {
  const { setbackReaders, ...profile } = profileOf(row);
  const described: Described = {
    ...profile,
    name: person.name,
    callName: calledName({ name: person.name, callName: person.call_name }),
    email: person.email,
    roles: readRoles(person.roles),
    team: person.team ?? "",
    site: person.site ?? "",
    level: person.level === null ? "" : String(person.level),
    managerEmail: person.manager_email ?? "",
    invitedFor: invitedFor(person),
  };
  return z.parse(ProfileSeen, seenBy(reader, described, setbackReaders));
}
