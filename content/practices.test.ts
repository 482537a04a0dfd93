import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isContentId } from "./load.ts";

const table = new URL("../../shared/practices.tsv", import.meta.url);

/** The ids that the table of practices names; none where the table is not at hand. */
function namedIds(): ReadonlyArray<string> {
  if (!existsSync(table)) {
    console.log("content: the table of practices is not here, so its texts were not compared");
    return [];
  }
  const [head = "", ...rows] = readFileSync(table, "utf8").trimEnd().split("\n");
  const column = head.split("\t").indexOf("guidance_ids");
  const named = rows.flatMap((row) => (row.split("\t")[column] ?? "").split(/\s+/).filter((id) => id !== ""));
  if (named.length < 100) throw new Error("the table of practices names almost no text: was its column renamed?");
  return named;
}

const named = namedIds();

it("every text that a practice names is there", () => {
  expect(named.filter((id) => !isContentId(id))).toEqual([]);
});
