import { describe, expect, it } from "vitest";
import type { Tree } from "../architecture/tree.ts";
import { findBreaches, pagePath, tablePath, writePage } from "./practices.ts";

const notes = "app/features/room/notes";
const head = "id\tpractice\tnever\tguidance\tstanding";
const files: Readonly<Record<string, string>> = {
  [tablePath]: `${head}\nP08\tSay back what you heard\tDo not transcribe the talk\tlisten.restate\tkept\nP97\tTwo halves of trust\t\t\tlater\n`,
  "content/en/talking.md": "# Talking\n\n### listen.restate\nmeta: both\nIs that it?\n",
  [`${notes}/README.md`]: "# Notes\nPractices: P08.\n\n- Seen by the two.\n",
  [`${notes}/rules.test.ts`]:
    'it("P08: the other answers", () => {});\nit("P08 never: nothing is transcribed", () => {});',
};

function house(changes: Readonly<Record<string, string>> = {}): Tree {
  const tree = new Map(Object.entries({ ...files, ...changes }));
  return new Map([...tree, [pagePath, changes[pagePath] ?? writePage(tree)]]);
}

const wrongWith = (tree: Tree) => findBreaches(tree).map(({ message }) => message);

describe("the table of practices", () => {
  it("stays green where each kept practice has a place, a proof and a guard", () => {
    expect(wrongWith(house())).toEqual([]);
  });

  it.each([
    ["no feature names it", { [`${notes}/README.md`]: "# Notes\n- Seen by the two.\n" }, "P08: no README names it"],
    [
      "nobody says who sees it",
      { [`${notes}/README.md`]: "Practices: P08.\n" },
      `P08: ${notes} does not say who sees it`,
    ],
    [
      "no test bears its id",
      { [`${notes}/rules.test.ts`]: 'it("P08 never: nothing is transcribed", () => {});' },
      "P08: no test bears its id",
    ],
    [
      "what must not be is not guarded",
      { [`${notes}/rules.test.ts`]: 'it("P08: the other answers", () => {});' },
      "P08: no test guards “Do not transcribe the talk”",
    ],
    ["its words are gone", { "content/en/talking.md": "# Talking\n" }, "P08: its text listen.restate is not there"],
    [
      "its standing is another word",
      { [tablePath]: `${head}\nP08\tSay back\t\t\tdone\n` },
      "P08: is neither kept nor later",
    ],
    [
      "the page is old",
      { [pagePath]: "# Practices\n" },
      "is not as the repository says: node tools/practices/write.ts",
    ],
  ])("turns red where %s", (_story, changes, message) => {
    expect(wrongWith(house(changes))).toContain(message);
  });
});
