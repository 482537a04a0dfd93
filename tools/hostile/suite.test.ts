import { describe, expect, it } from "vitest";
import type { Tree } from "../architecture/tree.ts";
import { findBreaches, linesPath, pagePath, writePage } from "./suite.ts";

const files: Readonly<Record<string, string>> = {
  [linesPath]: "id\twhat\ttitles\n#\tItems\t\nC16\treorders items\tC16: a server that|reorders changes nothing\n",
  "app/vault/hostile/room.test.ts":
    'describe("C16: a server that", () => { it("reorders changes nothing", () => {}); });',
};

function house(changes: Readonly<Record<string, string>> = {}): Tree {
  const tree = new Map(Object.entries({ ...files, ...changes }));
  return new Map([...tree, [pagePath, changes[pagePath] ?? writePage(tree)]]);
}

const wrongWith = (tree: Tree) => findBreaches(tree).map(({ message }) => message);

describe("the table of what is tried", () => {
  it("stays green where each line is played, and links to the test that plays it", () => {
    expect(wrongWith(house())).toEqual([]);
    expect(house().get(pagePath)).toContain("[reorders changes nothing](../app/vault/hostile/room.test.ts)");
  });

  it.each([
    [
      "a test was renamed",
      { "app/vault/hostile/room.test.ts": 'describe("C16: a server that", () => { it("mixes them up", () => {}); });' },
      "C16: no test bears “reorders changes nothing”",
    ],
    [
      "a line has no test",
      { [linesPath]: `${files[linesPath]}C99\tdoes a new thing\t\n` },
      "C99: no test is named for “does a new thing”",
    ],
    ["the page is old", { [pagePath]: "# What is tried\n" }, "is not as the tests say: node tools/hostile/write.ts"],
  ])("turns red where %s", (_, changes, message) => {
    expect(wrongWith(house(changes))).toContain(message);
  });
});
