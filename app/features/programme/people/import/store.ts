/** Carries out an import: all of it in one transaction, or nothing. */
import type { Table } from "@oakroom/table";
import { sql } from "kysely";
import * as z from "zod/mini";
import type { Chance } from "../../../../server/chance.ts";
import type { Database, Reader, Writer } from "../../../../server/database/database.ts";
import type { ParticipantRow } from "../../../../server/guards/tables.ts";
import { inParts } from "../../../../server/turns.ts";
import { type AccountId, ParticipantId, type ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { Roles } from "../../../../values/role.ts";
import { addressKey } from "../../../../values/text.ts";
import { noteChange } from "../../changes/store.ts";
import { readMentors, writeNamed } from "../../matching/known-pairs/store.ts";
import { factsOf, lockPeople } from "../store.ts";
import { countNamed } from "./pairs/rules.ts";
import type { ImportChoices } from "./row/rules.ts";
import { type ImportPlan, type KnownPerson, planImport } from "./rules.ts";
import { ImportedPerson, ImportResult } from "./schema.ts";

/** One import that was carried out. */
export interface PeopleImportRow {
  readonly programme_id: ProgrammeId;
  /** Made by the client. */
  readonly id: string;
  /** Empty for an import by the operator's command. */
  readonly account_id: AccountId | null;
  /** JSON of `ImportResult`. */
  readonly result: string;
  readonly created_at: Instant;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    people_import: PeopleImportRow;
  }
}

/** How many rows one statement writes. */
const batch = 500;

/** Everyone in a programme, as planning an import needs them. */
export async function readKnown(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyArray<KnownPerson>> {
  const rows = await read
    .selectFrom("participant")
    .leftJoin("profile", (join) =>
      join
        .onRef("profile.programme_id", "=", "participant.programme_id")
        .onRef("profile.participant_id", "=", "participant.id"),
    )
    .select([
      "id",
      "email_key",
      "name",
      "roles",
      "team",
      "site",
      "level",
      "manager_email",
      "invited_for",
      "imported",
      "state",
    ])
    .select("profile.capacity")
    .where("participant.programme_id", "=", programmeId)
    .execute();
  const keys = new Map(rows.map((row) => [row.id, row.email_key]));
  const mentors = await readMentors(read, programmeId);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    places: row.capacity,
    mentors: (mentors.get(row.id) ?? []).map(({ mentorId, is }) => ({ mentor: keys.get(mentorId) ?? "", is })),
    emailKey: row.email_key,
    imported: row.imported === null ? undefined : z.parse(ImportedPerson, JSON.parse(row.imported)),
    now: {
      name: row.name,
      roles: z.parse(Roles, JSON.parse(row.roles)),
      team: row.team,
      site: row.site,
      level: row.level,
      managerEmail: row.manager_email,
      invitedFor: z.parse(z.array(z.string()), JSON.parse(row.invited_for)),
    },
  }));
}

/** What is to be imported, by whom, and under which id. */
export interface ImportOrder {
  readonly programmeId: ProgrammeId;
  readonly importId: string;
  /** `undefined` for the operator's command. */
  readonly accountId: AccountId | undefined;
  readonly table: Table;
  readonly choices: ImportChoices;
  /** What a preview has promised; where it is given and does not hold any more, nothing is imported. */
  readonly expected?:
    | {
        readonly added: number;
        readonly changed: number;
        readonly refused: number;
        readonly pairs?: number | undefined;
      }
    | undefined;
  /** What is written together with pairs of before: the work of asking them. */
  readonly alongside?: ((writer: Writer) => Promise<void>) | undefined;
}

/** How far an import has come: rows written, of how many. May start again from 0 after a conflict. */
export type OnProgress = (written: number, of: number) => void;

/**
 * Imports people. The same id again answers as the first time and writes nothing.
 * Rows that are refused are left out; the rest is written together.
 */
export async function importPeople(
  db: Database,
  chance: Chance,
  now: Instant,
  order: ImportOrder,
  onProgress: OnProgress = () => undefined,
): Promise<ImportResult | "cannot-import" | "changed-meanwhile"> {
  return db.write(async (writer) => {
    await lockPeople(writer, db.engine, order.programmeId);
    const before = await readImport(writer, order.programmeId, order.importId);
    if (before) return before;
    const plan = planImport(order.table, order.choices, await readKnown(writer, order.programmeId));
    if (plan.stopped) return "cannot-import";
    const result = {
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
      pairs: countNamed(plan.pairs),
      refused: plan.refused.length,
    };
    if (!isAsExpected(result, order.expected)) return "changed-meanwhile";
    const about = await writePlan(writer, chance, now, order.programmeId, plan, onProgress);
    if (about.length > 0) await noteChange(writer, chance, now, order, { act: "people-imported", about });
    if (plan.pairs.length > 0) {
      await writeNamed(writer, order.programmeId, plan.pairs, now);
      await order.alongside?.(writer);
    }
    await writer
      .insertInto("people_import")
      .values({
        programme_id: order.programmeId,
        id: order.importId,
        account_id: order.accountId ?? null,
        result: JSON.stringify(result),
        created_at: now,
      })
      .execute();
    return result;
  });
}

function isAsExpected(result: ImportResult, expected: ImportOrder["expected"]): boolean {
  if (!expected) return true;
  const { added, changed, refused, pairs = result.pairs } = expected;
  return added === result.added && changed === result.changed && refused === result.refused && pairs === result.pairs;
}

/** What an import did; `undefined` where there is none with this id. */
export async function readImport(
  read: Reader,
  programmeId: ProgrammeId,
  importId: string,
): Promise<ImportResult | undefined> {
  const row = await read
    .selectFrom("people_import")
    .select("result")
    .where("programme_id", "=", programmeId)
    .where("id", "=", importId)
    .executeTakeFirst();
  return row && z.parse(ImportResult, JSON.parse(row.result));
}

async function writePlan(
  writer: Writer,
  chance: Chance,
  now: Instant,
  programmeId: ProgrammeId,
  plan: ImportPlan,
  onProgress: OnProgress,
): Promise<ReadonlyArray<ParticipantId>> {
  const rows = rowsOf(plan, chance, now, programmeId);
  onProgress(0, rows.length);
  let written = 0;
  // Others are served between two batches, among them whoever asks how far this has come.
  await inParts(rows, batch, async (part) => {
    await writeRows(writer, now, part);
    written += part.length;
    onProgress(written, rows.length);
  });
  return rows.map(({ id }) => id);
}

function rowsOf(
  plan: ImportPlan,
  chance: Chance,
  now: Instant,
  programmeId: ProgrammeId,
): ReadonlyArray<ParticipantRow> {
  const additions = plan.added.map(({ email, person }) => ({
    id: ParticipantId.parse(chance.id()),
    email,
    facts: person,
    imported: person,
  }));
  return [...additions, ...plan.changed].map(({ id, email, facts, imported }) => ({
    programme_id: programmeId,
    id,
    account_id: null,
    email,
    email_key: addressKey(email),
    ...factsOf(facts),
    call_name: null,
    state: "added" as const,
    imported: JSON.stringify(imported),
    invited_for: JSON.stringify(facts.invitedFor ?? []),
    created_at: now,
    updated_at: now,
    enrolled_at: null,
  }));
}

/** Adds rows; of people who are there already, the facts and the imported row alone change. */
async function writeRows(writer: Writer, now: Instant, rows: ReadonlyArray<ParticipantRow>): Promise<void> {
  await writer
    .insertInto("participant")
    .values(rows)
    .onConflict((clash) =>
      clash.columns(["programme_id", "id"]).doUpdateSet({
        name: sql`excluded.name`,
        roles: sql`excluded.roles`,
        team: sql`excluded.team`,
        site: sql`excluded.site`,
        level: sql`excluded.level`,
        manager_email: sql`excluded.manager_email`,
        invited_for: sql`excluded.invited_for`,
        imported: sql`excluded.imported`,
        updated_at: now,
      }),
    )
    .execute();
}
