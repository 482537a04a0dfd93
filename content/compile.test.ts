import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { itemTexts, plainText } from "./blocks.ts";
import { ContentFault, fileName, readBlocks, typographic, writeBlock, writeIds, writeTheme } from "./compile.ts";

const folder = new URL("en/", import.meta.url);
const themes = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .toSorted()
  .map((name) => name.replace(/\.md$/, ""))
  .map((theme) => ({ theme, blocks: readBlocks(readFileSync(new URL(`${theme}.md`, folder), "utf8")) }));

describe("the modules made from the Markdown files", () => {
  it.each(themes)("$theme is as its file says", async ({ theme, blocks }) => {
    expect(blocks.length).toBeGreaterThan(0);
    await expect(writeTheme(theme, blocks)).toMatchFileSnapshot(`en/${theme}.generated.ts`);
    for (const block of blocks)
      await expect(writeBlock(theme, block)).toMatchFileSnapshot(`en/texts/${fileName(block.id)}`);
  });

  it("are all there is: no text stays behind whose words are gone", () => {
    const names = themes.flatMap(({ blocks }) => blocks.map(({ id }) => fileName(id)));
    expect(readdirSync(new URL("texts/", folder)).toSorted()).toEqual(names.toSorted());
  });

  it("know every id once", async () => {
    const ids = themes.flatMap(({ blocks }) => blocks.map((block) => block.id));
    expect(new Set(ids).size).toBe(ids.length);
    await expect(writeIds(themes)).toMatchFileSnapshot("en/ids.generated.ts");
  });
});

describe("reading a text", () => {
  const text = "# Theme\n\n### a.b\nmeta: both; help\nSay **yes, {name}** now.\n1. One.\n2. Two.\n- A dot.\nEnd.\n";

  it("finds paragraphs, lists, bold words and places for values", () => {
    expect(readBlocks(text)).toEqual([
      {
        id: "a.b",
        meta: "both; help",
        pieces: [
          { kind: "paragraph", words: ["Say ", { bold: ["yes, ", { value: "name" }] }, " now."] },
          { kind: "list", ordered: true, items: [["One."], ["Two."]] },
          { kind: "list", ordered: false, items: [["A dot."]] },
          { kind: "paragraph", words: ["End."] },
        ],
      },
    ]);
  });

  it("puts values into plain text, and leaves a place without one as it is written", () => {
    const [block] = readBlocks(text);
    if (!block) throw new Error("no block");
    expect(plainText(block, { name: "Leila" })).toBe("Say yes, Leila now.\n\n1. One.\n2. Two.\n\n- A dot.\n\nEnd.");
    expect(plainText(block)).toContain("yes, name");
    expect(itemTexts(block)).toEqual(["One.", "Two.", "A dot."]);
  });

  it.each([
    ["a block without a meta line", "### a.b\nWords.\n", "line 2"],
    ["an id in capitals", "### A.b\nmeta: x\nWords.\n", "line 1"],
    ["the same id twice", "### a.b\nmeta: x\nWords.\n### a.b\nmeta: x\nWords.\n", "line 4"],
    ["a star alone", "### a.b\nmeta: x\nWords * words.\n", "line 3"],
    ["a brace that is never closed", "### a.b\nmeta: x\nWords {name.\n", "line 3"],
    ["no words", "### a.b\nmeta: x\n\n", "line 1"],
  ])("refuses %s and says where", (_, markdown, where) => {
    expect(() => readBlocks(markdown)).toThrow(ContentFault);
    expect(() => readBlocks(markdown)).toThrow(where);
  });

  it("sets quotes, apostrophes and dots as printers do", () => {
    expect(typographic(`Ask "what's next?" ("no" is fine)...`)).toBe("Ask “what’s next?” (“no” is fine)…");
  });
});
