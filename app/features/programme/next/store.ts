/** All SQL of a next programme. It copies settings and what the list said of people; what they said themselves stays theirs. */
import type { Chance } from "../../../server/chance.ts";
import type { Database, Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import type { BodyOf } from "../../../values/operation.ts";
import { noteChange } from "../changes/store.ts";
import { readCriteria, writeCriteria } from "../matching/criteria/store.ts";
import { keepApart } from "../matching/proposals/early/store.ts";
import { writeNamed } from "../matching/known-pairs/store.ts";
import { carryAvoided } from "../matching/wishes/store.ts";
import { addPerson } from "../people/person/store.ts";
import { readRoles } from "../people/store.ts";
import { insertProgramme, readProgramme } from "../programmes/store.ts";
import type { AddContinuing, Continuing, MakeNext } from "./schema.ts";

/** Makes the next programme, where there is none yet. */
export async function makeNext(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  { nextId, name, timing }: BodyOf<typeof MakeNext>,
): Promise<{ readonly nextId: ProgrammeId } | "draft" | "id-taken" | "made-by-another"> {
  await holdBack(writer, proof.programmeId);
  const earlier = await readProgramme(writer, proof.programmeId);
  if (earlier.isDraft) return "draft";
  const known = await writer.selectFrom("programme").select("follows").where("id", "=", nextId).executeTakeFirst();
  if (known && known.follows !== proof.programmeId) return "id-taken";
  const there = await findNext(writer, proof);
  if (there) return there.isManaged ? { nextId: there.id } : "made-by-another";
  const { organisation, variant, contacts } = earlier;
  const programme = {
    organisation,
    name,
    timing,
    variant,
    contacts,
    adultsOnly: true as const,
    contactsApart: true as const,
  };
  await insertProgramme(writer, chance, now, { id: nextId, managerId: proof.accountId, programme });
  await writer
    .updateTable("programme")
    .set({
      follows: proof.programmeId,
      confidentiality_wording: earlier.wording,
      may_like_a_word: earlier.mayLikeAWord ? 1 : 0,
      suggestion_days: earlier.suggestionDays,
      leaving_days: earlier.leavingDays,
    })
    .where("id", "=", nextId)
    .execute();
  const { criteria, changedAt } = await readCriteria(writer, proof.programmeId);
  if (changedAt !== undefined) await writeCriteria(writer, { programmeId: nextId }, criteria, now);
  await noteChange(writer, chance, now, proof, { act: "next-made" });
  return { nextId };
}

/** Lets managers who make a next programme at the same moment do so one after the other, also in two processes. */
async function holdBack(writer: Writer, programmeId: ProgrammeId): Promise<void> {
  await writer
    .updateTable("programme")
    .set((column) => ({ name: column.ref("name") }))
    .where("id", "=", programmeId)
    .execute();
}

/** The programme that follows this one, and whether the caller manages it. */
async function findNext(read: Reader, { programmeId, accountId }: ManagerOf) {
  const there = await read
    .selectFrom("programme")
    .select("id")
    .where("follows", "=", programmeId)
    .orderBy("id")
    .executeTakeFirst();
  const managing =
    there &&
    (await read
      .selectFrom("programme_manager")
      .select("programme_id")
      .where("programme_id", "=", there.id)
      .where("account_id", "=", accountId)
      .executeTakeFirst());
  return there && { id: there.id, isManaged: managing !== undefined };
}

/** The programme that this one follows, where the caller manages both. */
async function findEarlier(read: Reader, { programmeId, accountId }: ManagerOf) {
  return read
    .selectFrom("programme")
    .innerJoin("programme as earlier", "earlier.id", "programme.follows")
    .innerJoin("programme_manager", "programme_manager.programme_id", "earlier.id")
    .select(["earlier.id", "earlier.name"])
    .where("programme.id", "=", programmeId)
    .where("programme_manager.account_id", "=", accountId)
    .executeTakeFirst();
}

/** Everyone who has joined the last programme and not left it. */
function peopleOf(read: Reader, earlierId: ProgrammeId) {
  return read
    .selectFrom("participant")
    .select(["id", "name", "email", "email_key", "roles", "team", "site", "level", "manager_email"])
    .where("programme_id", "=", earlierId)
    .where("account_id", "is not", null)
    .where("state", "in", ["enrolled", "paused", "aside"])
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** Who lives in a room there. */
async function pairsOf(read: Reader, earlierId: ProgrammeId) {
  const rows = await read
    .selectFrom("relationship")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", earlierId)
    .where("state", "in", ["live", "paused"])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ mentee: row.mentee_id, mentor: row.mentor_id }));
}

/** The place of each address on a programme's list. */
async function placesIn(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyMap<string, ParticipantId>> {
  const rows = await read
    .selectFrom("participant")
    .select(["id", "email_key"])
    .where("programme_id", "=", programmeId)
    .execute();
  return new Map(rows.map(({ id, email_key }) => [email_key, id]));
}

/** Who may continue, for managers of both programmes. */
export async function listContinuing(read: Reader, proof: ManagerOf): Promise<Continuing> {
  const { name: programmeName } = await readProgramme(read, proof.programmeId);
  const earlier = await findEarlier(read, proof);
  if (!earlier) return { programmeName, earlierName: null, people: [], pairs: [] };
  const listed = await placesIn(read, proof.programmeId);
  const people = (await peopleOf(read, earlier.id)).map(({ id, name, email_key: key, roles }) => ({
    id,
    name,
    roles: readRoles(roles),
    isListed: listed.has(key),
  }));
  return { programmeName, earlierName: earlier.name, people, pairs: await pairsOf(read, earlier.id) };
}

/** Puts the chosen on the list, with the pairs that are to be asked; how many came onto it. */
export async function addContinuing(
  writer: Writer,
  { engine, chance }: { readonly engine: Database["engine"]; readonly chance: Chance },
  now: Instant,
  proof: ManagerOf,
  { people, pairs }: BodyOf<typeof AddContinuing>,
): Promise<number> {
  const earlier = await findEarlier(writer, proof);
  if (!earlier) return 0;
  const known = new Map((await peopleOf(writer, earlier.id)).map((row) => [row.id, row]));
  const added: ParticipantId[] = [];
  const comeAlong: Array<readonly [earlier: ParticipantId, next: ParticipantId]> = [];
  for (const { id, earlier: place, roles } of people) {
    const row = known.get(place);
    if (!row) continue;
    const { name, email, level } = row;
    const facts = { team: row.team ?? "", site: row.site ?? "", managerEmail: row.manager_email ?? "" };
    // One after the other, in the caller's transaction.
    // oxlint-disable-next-line no-await-in-loop
    if ((await addPerson(writer, engine, proof, now, id, { name, email, level, roles, ...facts })) === "added") {
      added.push(id);
      comeAlong.push([place, id]);
    }
  }
  if (added.length > 0) await noteChange(writer, chance, now, proof, { act: "person-added", about: added });
  const keyOf = (place: ParticipantId) => known.get(place)?.email_key;
  const living = new Set((await pairsOf(writer, earlier.id)).map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const named = pairs.flatMap(({ mentee, mentor }) => {
    const [menteeKey, mentorKey] = [keyOf(mentee), keyOf(mentor)];
    const isPair = living.has(`${mentee} ${mentor}`) && menteeKey !== undefined && mentorKey !== undefined;
    return isPair ? [{ mentee: menteeKey, mentor: mentorKey }] : [];
  });
  await writeNamed(writer, proof.programmeId, named, now);
  await keepApartAgain(writer, earlier.id, proof.programmeId, keyOf);
  await carryAvoided(writer, earlier.id, proof.programmeId, comeAlong);
  return added.length;
}

/** Two who are never suggested to each other again are not in the next programme either; for the engine alone. */
async function keepApartAgain(
  writer: Writer,
  earlierId: ProgrammeId,
  programmeId: ProgrammeId,
  keyOf: (place: ParticipantId) => string | undefined,
): Promise<void> {
  const places = await placesIn(writer, programmeId);
  const rows = await writer
    .selectFrom("not_again")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", earlierId)
    .execute();
  const twos = rows.flatMap(({ mentee_id, mentor_id }) => {
    const [mentee, mentor] = [places.get(keyOf(mentee_id) ?? ""), places.get(keyOf(mentor_id) ?? "")];
    return mentee && mentor ? [{ programme_id: programmeId, mentee_id: mentee, mentor_id: mentor }] : [];
  });
  await keepApart(writer, twos);
}
