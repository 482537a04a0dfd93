/** The file with which somebody takes their data along. */

/** The first line of the file: a newer shape has another number. */
export const dataShape = "oakroom-my-data/2";

/**
 * The file: UTF-8 JSON with `shape`, `madeAt`, and under the name of each part what the operation of that part answers, as
 * `/api/openapi.json` documents it: `me` (readMe), `pairs` (listRelationships), `suggestions`, `changes` (listChangesAboutMe), `looks`,
 * and `rows` (readRows, parsed): whatever else the server keeps, by the tables in which it stands; `taking/rules.ts` has a reason for each that is
 * not among it. `names` are the words that the owner gave to devices and passkeys, and come from their own device alone.
 */
export function dataFile(madeAt: string, parts: ReadonlyMap<string, unknown>): string {
  return `${JSON.stringify({ shape: dataShape, madeAt, ...Object.fromEntries(parts) }, undefined, 2)}\n`;
}
