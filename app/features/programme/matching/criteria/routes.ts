/** A programme's criteria over HTTP: read by everyone in it, tried and changed by its managers alone. */
import type { App } from "../../../../server/app.ts";
import { type ManagerOf, managerOfProgramme } from "../../../../server/guards/manager.ts";
import { memberOfProgramme } from "../../../../server/guards/programme.ts";
import type { Routes } from "../../../../server/http/router.ts";
import type { Instant } from "../../../../values/instant.ts";
import { noteChange } from "../../changes/store.ts";
import { readProgramme } from "../../programmes/store.ts";
import { changesOf } from "../drafts/board/rules.ts";
import { workOut } from "../drafts/jobs.ts";
import { areOthers } from "../drafts/own/rules.ts";
import { readGround, readNames } from "../drafts/store.ts";
import {
  belowLineOf,
  changedCriteria,
  type Criteria,
  fitOf,
  lineOf,
  refuseCriteria,
  rulesOf,
  tableOf,
} from "./rules.ts";
import { ChangeCriteria, type CriteriaChanges, ReadCriteria, TryCriteria } from "./schema.ts";
import { readCriteria, writeCriteria } from "./store.ts";

/** The criteria in force, what others would change, and changing them. */
export const criteriaRoutes: Routes = (router, app) => {
  router.on(ReadCriteria, memberOfProgramme, async ({ proof: { programmeId } }) => ({
    programmeName: (await readProgramme(app.db.read, programmeId)).name,
    criteria: (await readCriteria(app.db.read, programmeId)).criteria,
  }));

  router.on(TryCriteria, managerOfProgramme, async ({ proof, body, now, refuse, reply }) => {
    const refused = refuseCriteria(body.criteria);
    if (refused) return refuse(refused);
    const left = new AbortController();
    reply.raw.once("close", () => left.abort());
    const changes = await tryOut(app, proof, body.criteria, now, left.signal);
    return changes === "changed-meanwhile"
      ? refuse(changes)
      : { changes: changes ?? null, leavesOutOwn: proof.ownPlace !== undefined };
  });

  router.on(ChangeCriteria, managerOfProgramme, async ({ proof, body: { criteria, was }, now, refuse }) => {
    const refused = refuseCriteria(criteria);
    if (refused) return refuse(refused);
    const isKept = await app.db.write(async (writer) => {
      const { criteria: current } = await readCriteria(writer, proof.programmeId);
      const parts = changedCriteria(current, criteria);
      if (parts.length === 0) return true;
      if (changedCriteria(current, was).length > 0) return false;
      await writeCriteria(writer, proof, criteria, now);
      await noteChange(writer, app.chance, now, proof, { act: "criteria-changed", parts });
      return true;
    }, proof.programmeId);
    return isKept ? undefined : refuse("changed-meanwhile");
  });
};

/** What the open draft would become under other criteria; `undefined` where there is none. Changes nothing. */
async function tryOut(
  app: App,
  { programmeId, ownPlace }: ManagerOf,
  criteria: Criteria,
  now: Instant,
  left: AbortSignal,
): Promise<CriteriaChanges | "changed-meanwhile" | undefined> {
  const { cohort, ruled, open } = await readGround(app.db.read, programmeId, now);
  if (!open) return undefined;
  const current = cohort(ruled);
  const other = { ...current, rules: rulesOf(criteria), table: tableOf(criteria), fairLine: lineOf(criteria) };
  const content = await workOut(other, left);
  if (!content) return "changed-meanwhile";
  const names = await readNames(app.db.read, programmeId);
  const name = (id: string) => names.get(id) ?? "";
  const named = (id: string | null) => (id === null ? null : name(id));
  const { moves, before, after } = changesOf(open.content, content, ownPlace);
  const isOthers = ownPlace ? areOthers(ownPlace) : () => true;
  const letGo = content.letGo.filter(isOthers);
  const figures = (placed: number, { matching: { pairs } }: typeof content) => ({
    placed,
    byNow: fitOf(pairs.filter(isOthers), current),
    byThen: fitOf(pairs.filter(isOthers), other),
    below: belowLineOf(pairs.filter(isOthers), other) ?? null,
  });
  return {
    draftId: open.id,
    moves: moves.map(({ mentee, from, to }) => ({ mentee: name(mentee), from: named(from), to: named(to) })),
    letGo: letGo.map(({ mentee, mentor }) => ({ mentee: name(mentee), mentor: name(mentor) })),
    before: figures(before.placed, open.content),
    after: figures(after.placed, content),
  };
}
