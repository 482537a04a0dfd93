/** A file that a manager imports, for tests of other features. Imported by tests alone. */
import { readTable } from "@oakroom/table";
import type { TestServer } from "../../../../server/testing.ts";
import type { Managed } from "../testing.ts";
import { recogniseColumns } from "./columns/rules.ts";
import { PreviewImport, RunImport } from "./schema.ts";

/** Imports a table as its preview says, its columns known by their headers; gives the preview and what was done. */
export async function importFile(server: TestServer, { programmeId, cookie }: Managed, text: string) {
  const bytes = new TextEncoder().encode(text);
  const params = { programmeId };
  const upload = { file: Buffer.from(bytes).toString("base64"), columns: recogniseColumns(readTable(bytes).header) };
  const looked = (await server.call(PreviewImport, { params, body: upload }, cookie)).answer;
  const { added, changed, pairs, refusedLines } = looked;
  const expected = { added, changed, pairs, refused: refusedLines.length };
  const body = { ...upload, importId: server.app.chance.id(), expected };
  return { looked, done: await server.call(RunImport, { params, body }, cookie) };
}
