/** What the server keeps about the caller, row by row. */
import * as z from "zod/mini";
import { operation } from "../../../../values/operation.ts";

/** Every row about the caller, by the table in which it stands, with the columns that `rules.ts` tells. Instants are written out. */
export const ReadRows = operation({
  id: "readRows",
  method: "GET",
  path: "/me/rows",
  summary: "What the server keeps about the caller and can read, row by row",
  /** `rows`: JSON, an object of lists of rows by the name of their table. */
  answer: z.object({ rows: z.string() }),
});
