/** Importing people from a file. */
import { readTable } from "@oakroom/table";
import type { Writer } from "../../../../server/database/database.ts";
import { managerOfProgramme } from "../../../../server/guards/manager.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { addJob } from "../../../../server/jobs/table.ts";
import type { Role } from "../../../../values/role.ts";
import { addressKey } from "../../../../values/text.ts";
import { refuseAsking } from "../../finish/store.ts";
import { askKnownPairs } from "../../matching/known-pairs/schema.ts";
import type { Columns } from "./columns/rules.ts";
import { countNamed } from "./pairs/rules.ts";
import { type ImportPlan, planImport } from "./rules.ts";
import {
  type ImportPreview,
  largestFileBytes,
  mostFaultsListed,
  mostPeopleShown,
  PreviewImport,
  ReadImport,
  RunImport,
} from "./schema.ts";
import { importPeople, readImport, readKnown } from "./store.ts";

/** All routes of the import. */
export const importRoutes: Routes = (router, app) => {
  /** How far the imports of this process have come, by id. */
  const running = new Map<string, { written: number; of: number }>();

  router.on(PreviewImport, managerOfProgramme, async ({ proof, body }) => {
    const known = await readKnown(app.db.read, proof.programmeId);
    return preview(planImport(tableOf(body.file), choicesOf(body), known));
  });

  router.on(RunImport, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    if ((await refuseAsking(app.db.read, proof.programmeId, now)) === "finished") return refuse("finished");
    const key = `${proof.programmeId}/${body.importId}`;
    const progress = { written: 0, of: 0 };
    running.set(key, progress);
    try {
      const order = {
        programmeId: proof.programmeId,
        importId: body.importId,
        accountId: proof.accountId,
        table: tableOf(body.file),
        choices: choicesOf(body),
        expected: body.expected,
        alongside: (writer: Writer) =>
          addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, body.importId, now)),
      };
      const result = await importPeople(app.db, app.chance, now, order, (written, of) =>
        Object.assign(progress, { written, of }),
      );
      app.jobs.wake();
      return typeof result === "string" ? refuse(result) : result;
    } finally {
      running.delete(key);
    }
  });

  router.on(ReadImport, managerOfProgramme, async ({ proof, params }) => {
    const progress = running.get(`${proof.programmeId}/${params.importId}`);
    if (progress) return { state: "running" as const, ...progress, result: null };
    const result = await readImport(app.db.read, proof.programmeId, params.importId);
    const written = result ? result.added + result.changed : 0;
    return { state: result ? ("done" as const) : ("unknown" as const), written, of: written, result: result ?? null };
  });
};

function tableOf(file: string) {
  return readTable(new Uint8Array(Buffer.from(file, "base64")), { sizeBytes: largestFileBytes });
}

function choicesOf(body: {
  readonly columns: Columns;
  readonly everyoneIs?: Role | undefined;
  readonly useSuggestions?: boolean | undefined;
}) {
  return { columns: body.columns, everyoneIs: body.everyoneIs, useSuggestions: body.useSuggestions };
}

function preview(plan: ImportPlan): ImportPreview {
  const named = new Map(plan.pairs.map(({ mentee, mentor }) => [mentee, mentor ?? ""]));
  const mentor = (email: string) => named.get(addressKey(email)) ?? "";
  const added = plan.added.map(({ line, email, person }) => ({
    line,
    email,
    name: person.name,
    roles: person.roles,
    change: "added" as const,
    fields: [],
    mentor: mentor(email),
  }));
  const changed = plan.changed.map(({ line, email, facts, fields }) => ({
    line,
    email,
    name: facts.name,
    roles: facts.roles,
    change: "changed" as const,
    fields: [...fields],
    mentor: mentor(email),
  }));
  return {
    stopped: plan.stopped ?? null,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    pairs: countNamed(plan.pairs),
    empty: plan.empty,
    refusedLines: [...plan.refused],
    faultCount: plan.faults.length,
    faults: plan.faults
      .slice(0, mostFaultsListed)
      .map((fault) => ({ ...fault, through: fault.through ? [...fault.through] : undefined })),
    people: [...changed, ...added].slice(0, mostPeopleShown),
  };
}
