/** The record of a run over HTTP, for anyone. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../../../server/app.ts";
import { anyone } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { programVersion } from "../../../server/version.ts";
import { EvidenceRecord, ReadEvidence } from "./schema.ts";

/** What the record is called in the folder of the data; `npm test` leaves it there where that is the usual one. */
export const evidenceFile = "evidence.json";

/** The one route of evidence. */
export const evidenceRoutes: Routes = (router, app) => {
  router.on(ReadEvidence, anyone, async () => ({ current: programVersion, record: await readRecord(app) }));
};

async function readRecord({ config }: App) {
  try {
    const text = await readFile(join(config.dataFolder, evidenceFile), "utf8");
    return EvidenceRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // None, or none that can be read: the page says so either way.
    return null;
  }
}
