/** The file with which somebody takes their data along. */

/** The first line of the file: a newer shape has another number. */
export const dataShape = "oakroom-my-data/1";

/**
 * The file: UTF-8 JSON with `shape`, `madeAt`, and under the name of each part what the operation of that part answers, as
 * `/api/openapi.json` documents it: `me` (readMe), `places` (readMyPlace, one for each programme), `pairs` (listRelationships),
 * `suggestions`, `mails` (readMailSettings), `changes` (listChangesAboutMe), `looks`, `devices`, `passkeys`.
 */
export function dataFile(madeAt: string, parts: ReadonlyMap<string, unknown>): string {
  return `${JSON.stringify({ shape: dataShape, madeAt, ...Object.fromEntries(parts) }, undefined, 2)}\n`;
}
