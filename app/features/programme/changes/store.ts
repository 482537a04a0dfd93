/**
 * All SQL of the log of changes. Erasing a participant takes their mentions along; erasing an account leaves what it did without a name.
 */
import * as z from "zod/mini";
import type { Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { inParts } from "../../../server/turns.ts";
import { type AccountId, ChangeId, type ParticipantId, type ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { actsForEveryone, type ChangeAct, type ChangePart, changeParts } from "./rules.ts";
import { type Change, type ChangeAboutMe, entriesAPage } from "./schema.ts";

/** One change by a manager. */
export interface ManagerChangeRow {
  readonly programme_id: ProgrammeId;
  readonly id: ChangeId;
  readonly act: ChangeAct;
  readonly made_by: "manager" | "operator";
  /** Empty for the operator, and once the account is erased. */
  readonly account_id: AccountId | null;
  /** The manager whom it is about, where it is about one. */
  readonly co_manager_id: AccountId | null;
  readonly made_at: Instant;
  /** JSON list of `ChangePart`; null where the act has no parts. */
  readonly parts: string | null;
}

/** Somebody whom a change is about. */
export interface ChangeAboutRow {
  readonly programme_id: ProgrammeId;
  readonly change_id: ChangeId;
  readonly participant_id: ParticipantId;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    manager_change: ManagerChangeRow;
    change_about: ChangeAboutRow;
  }
}

/** What is noted of a change. */
export interface NewChange {
  readonly act: ChangeAct;
  /** The participants whom it is about. */
  readonly about?: ReadonlyArray<ParticipantId>;
  /** The manager whom it is about. */
  readonly coManager?: AccountId;
  /** Which settings it touched. */
  readonly parts?: ReadonlyArray<ChangePart>;
}

/** Who changes something: a manager's proof, or the operator, who has no account. */
export interface ChangedBy {
  readonly programmeId: ProgrammeId;
  readonly accountId?: AccountId | undefined;
}

const Parts = z.array(z.enum(changeParts));
const rowsAStatement = 500;
const namesShown = 3;
const aboutMeShown = 200;

/**
 * Notes a change in the transaction that makes it, so that neither is there without the other. Call it where something did change:
 * a repeat that changes nothing notes nothing.
 */
export async function noteChange(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { programmeId, accountId }: ChangedBy,
  { act, about = [], coManager, parts }: NewChange,
): Promise<void> {
  const id = ChangeId.parse(chance.id());
  const row: ManagerChangeRow = {
    programme_id: programmeId,
    id,
    act,
    made_by: accountId === undefined ? "operator" : "manager",
    account_id: accountId ?? null,
    co_manager_id: coManager ?? null,
    made_at: now,
    parts: parts ? JSON.stringify(parts) : null,
  };
  await writer.insertInto("manager_change").values(row).execute();
  const rows = [...new Set(about)].map((participant_id) => ({
    programme_id: programmeId,
    change_id: id,
    participant_id,
  }));
  await inParts(rows, rowsAStatement, (part) => writer.insertInto("change_about").values(part).execute());
}

/** One page of a programme's changes, the newest first. */
export async function listChanges(
  read: Reader,
  { programmeId }: ManagerOf,
  before: ChangeId | undefined,
): Promise<{ readonly changes: Change[]; readonly more: boolean }> {
  const all = read
    .selectFrom("manager_change as change")
    .leftJoin("account as by", "by.id", "change.account_id")
    .leftJoin("account as manager", "manager.id", "change.co_manager_id")
    .select(["change.id", "change.act", "change.parts", "change.made_by", "change.made_at"])
    .select(["by.name as by_name", "manager.name as manager_name"])
    .where("change.programme_id", "=", programmeId)
    .orderBy("change.id", "desc")
    .limit(entriesAPage + 1);
  const found = await (before === undefined ? all : all.where("change.id", "<", before)).execute();
  const page = found.slice(0, entriesAPage);
  const people = await peopleOf(
    read,
    programmeId,
    page.map(({ id }) => id),
  );
  const changes = page.map((row) => {
    const { id, manager_name } = row;
    const names = [...(manager_name === null ? [] : [manager_name]), ...(people.get(id) ?? [])];
    const shown = names.length > namesShown + 1 ? names.slice(0, namesShown) : names;
    return { ...madeOf(row), about: shown, others: names.length - shown.length };
  });
  return { changes, more: found.length > page.length };
}

type MadeRow = Pick<ManagerChangeRow, "id" | "act" | "parts" | "made_by" | "made_at"> & {
  readonly by_name: string | null;
};

/** What every list says of a change. */
function madeOf({ id, act, parts, made_by, made_at, by_name }: MadeRow) {
  return {
    changeId: id,
    madeAt: made_at,
    act,
    parts: parts === null ? [] : z.parse(Parts, JSON.parse(parts)),
    by: by_name ?? "",
    byOperator: made_by === "operator",
  };
}

async function peopleOf(
  read: Reader,
  programmeId: ProgrammeId,
  ids: ReadonlyArray<ChangeId>,
): Promise<ReadonlyMap<ChangeId, ReadonlyArray<string>>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom("change_about as about")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.programme_id", "=", "about.programme_id")
        .onRef("participant.id", "=", "about.participant_id"),
    )
    .select(["about.change_id", "participant.name"])
    .where("about.programme_id", "=", programmeId)
    .where("about.change_id", "in", ids)
    .orderBy("participant.name")
    .execute();
  const byChange = new Map<ChangeId, string[]>();
  for (const { change_id, name } of rows) {
    const names = byChange.get(change_id);
    if (names) names.push(name);
    else byChange.set(change_id, [name]);
  }
  return byChange;
}

/** The newest changes that concern somebody: about them, or about a programme in which they take part or which they manage. */
export async function listChangesAboutMe(read: Reader, { accountId }: SignedIn): Promise<ReadonlyArray<ChangeAboutMe>> {
  const mine = read
    .selectFrom("change_about as about")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.programme_id", "=", "about.programme_id")
        .onRef("participant.id", "=", "about.participant_id"),
    )
    .select("about.change_id")
    .where("participant.account_id", "=", accountId);
  const places = read
    .selectFrom("participant")
    .select("programme_id")
    .where("account_id", "=", accountId)
    .where("state", "!=", "left");
  const rows = await read
    .selectFrom("manager_change as change")
    .innerJoin("programme", "programme.id", "change.programme_id")
    .leftJoin("account as by", "by.id", "change.account_id")
    .leftJoin("account as manager", "manager.id", "change.co_manager_id")
    .select(["change.id", "change.act", "change.parts", "change.made_by", "change.made_at", "change.co_manager_id"])
    .select(["by.name as by_name", "manager.name as manager_name", "programme.name as programme_name"])
    .select((row) => row.case().when("change.id", "in", mine).then(1).else(0).end().as("is_mine"))
    .where((where) =>
      where.or([
        where("change.id", "in", mine),
        where("change.co_manager_id", "=", accountId),
        where.and([where("change.act", "in", [...actsForEveryone]), where("change.programme_id", "in", places)]),
      ]),
    )
    .orderBy("change.id", "desc")
    .limit(aboutMeShown)
    .execute();
  return rows.map((row) => ({
    ...madeOf(row),
    programmeName: row.programme_name,
    aboutMe: row.is_mine === 1 || row.co_manager_id === accountId,
    manager: row.manager_name ?? "",
  }));
}
