/** The people of a programme as matching sees them. */
import type { Cohort, Mentee, Mentor, Pair, Person, ReportsTo } from "@oakroom/matching";
import * as z from "zod/mini";
import type { Reader } from "../../../../server/database/database.ts";
import type { ParticipantRow } from "../../../../server/guards/tables.ts";
import { eachInTurns, nextTurn } from "../../../../server/turns.ts";
import type { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { Roles } from "../../../../values/role.ts";
import { addressKey } from "../../../../values/text.ts";
import { calledName, missingFrom, type Profile } from "../rules.ts";
import { profileOf, proposedProfile } from "../store.ts";

/** What matching needs to know of a programme's people. */
export interface Candidates extends Pick<Cohort, "mentees" | "mentors" | "reporting" | "deciding"> {
  /** By id, for the board. Everyone in the programme but those who left. */
  readonly names: ReadonlyMap<ParticipantId, CandidateName>;
}

/** One person as the board names them. */
export interface CandidateName {
  readonly name: string;
  readonly team: string;
  readonly site: string;
  readonly roles: Roles;
  readonly state: ParticipantRow["state"];
  readonly accountId: ParticipantRow["account_id"];
}

/** How many people are read in one piece. */
const peopleAtOnce = 500;

/**
 * Everyone in a programme as matching sees them; read in the engine's own words.
 * Available is who is enrolled with a complete profile; of others only names and reporting lines count.
 */
export async function readCandidates(read: Reader, programmeId: ProgrammeId): Promise<Candidates> {
  const { people, profiles } = await readPeople(read, programmeId);
  const mentees: Mentee[] = [];
  const mentors: Mentor[] = [];
  const names = new Map<ParticipantId, CandidateName>();
  await eachInTurns(people, (person) => {
    if (person.state === "left") return;
    const roles = z.parse(Roles, JSON.parse(person.roles));
    names.set(person.id, {
      name: calledName({ name: person.name, callName: person.call_name }),
      team: person.team ?? "",
      site: person.site ?? "",
      roles,
      state: person.state,
      accountId: person.account_id,
    });
    const profile = profiles.get(person.id) ?? proposedProfile(person);
    const common = candidateOf(
      person,
      profile,
      person.state === "enrolled" && profiles.has(person.id) && missingFrom(profile, roles).length === 0,
    );
    if (roles.includes("mentee")) mentees.push({ ...common, topics: profile.wishes });
    if (roles.includes("mentor"))
      mentors.push({
        ...common,
        offers: profile.helpWith.map(({ topic }) => topic),
        limits: profile.limits,
        capacity: profile.capacity,
      });
  });
  return { mentees, mentors, reporting: reportingOf(people), deciding: decidingOf(people, profiles), names };
}

/** Everyone by their id with their profile, some hundred at a time: others are served in between. */
async function readPeople(read: Reader, programmeId: ProgrammeId) {
  const people: ParticipantRow[] = [];
  const profiles = new Map<ParticipantId, Profile>();
  let part: ReadonlyArray<ParticipantRow>;
  do {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    part = await peopleAfter(read, programmeId, people.at(-1));
    people.push(...part);
    // oxlint-disable-next-line no-await-in-loop -- as above
    const rows = await profilesOf(read, programmeId, part);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await eachInTurns(rows, (row) => void profiles.set(row.participant_id, profileOf(row)));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await nextTurn();
  } while (part.length === peopleAtOnce);
  return { people, profiles };
}

function peopleAfter(read: Reader, programmeId: ProgrammeId, last: ParticipantRow | undefined) {
  const people = read.selectFrom("participant").selectAll().where("programme_id", "=", programmeId);
  const rest = last ? people.where("id", ">", last.id) : people;
  return rest.orderBy("id").limit(peopleAtOnce).execute();
}

async function profilesOf(read: Reader, programmeId: ProgrammeId, people: ReadonlyArray<ParticipantRow>) {
  const [first, last] = [people[0], people.at(-1)];
  if (!first || !last) return [];
  return read
    .selectFrom("profile")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("participant_id", ">=", first.id)
    .where("participant_id", "<=", last.id)
    .execute();
}

function candidateOf(person: ParticipantRow, profile: Profile, available: boolean): Person {
  return {
    id: person.id,
    available,
    team: person.team ?? undefined,
    site: person.site ?? undefined,
    level: person.level ?? undefined,
    timeZone: profile.timeZone === "" ? undefined : profile.timeZone,
    languages: profile.languages,
    availability: profile.availability === "" ? undefined : profile.availability,
  };
}

/** Whom mentors named as people about whom they decide: a team by its name, or a person by their address. */
function decidingOf(
  people: ReadonlyArray<ParticipantRow>,
  profiles: ReadonlyMap<ParticipantId, Profile>,
): ReadonlyArray<Pair> {
  const plain = (text: string) => text.trim().toLowerCase();
  return people.flatMap((mentor) => {
    const named = profiles.get(mentor.id)?.decidesAbout ?? [];
    const addresses = new Set(named.map(addressKey));
    const teams = new Set(named.map(plain));
    const isNamed = ({ id, email_key, team }: ParticipantRow) =>
      id !== mentor.id && (addresses.has(email_key) || (team !== null && teams.has(plain(team))));
    return named.length === 0 ? [] : people.filter(isNamed).map(({ id }) => ({ mentee: id, mentor: mentor.id }));
  });
}

/** Reporting lines by id; managers who are not in the programme stand under their address. People who left still link the lines of others. */
function reportingOf(people: ReadonlyArray<ParticipantRow>): ReadonlyArray<ReportsTo> {
  const byAddress = new Map(people.map((person) => [person.email_key, person.id]));
  return people.flatMap((person) => {
    if (person.manager_email === null) return [];
    const key = addressKey(person.manager_email);
    return [{ person: person.id, manager: byAddress.get(key) ?? key }];
  });
}
