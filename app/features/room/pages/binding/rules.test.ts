import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { lineKinds, linesOf, pageText, textOf } from "../content/rules.ts";
import { indexOf, isAddress, nodeOf, pageSchema, positionOf, writeBack } from "./rules.ts";

const aRun = fc.record({
  text: fc.stringMatching(/^[a-d ]{1,6}$/),
  marks: fc.subarray(["strong", "em", "link"]),
});
const aPage = fc
  .array(fc.record({ kind: fc.constantFrom(...lineKinds), runs: fc.array(aRun, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) =>
    pageSchema.node(
      "doc",
      null,
      lines.map(({ kind, runs }) =>
        pageSchema.node(
          "line",
          { kind },
          runs.map(({ text, marks }) =>
            pageSchema.text(
              text,
              marks.map((name) => pageSchema.mark(name, name === "link" ? { href: "https://example.org" } : null)),
            ),
          ),
        ),
      ),
    ),
  );
const docOf = (node: Node) => {
  const doc = new Y.Doc();
  writeBack(node, doc, "here");
  return doc;
};

describe("editor and page", () => {
  it("whatever is changed in the editor is what the page holds, and is shown again the same", () => {
    fc.assert(
      fc.property(aPage, aPage, (first, second) => {
        const doc = docOf(first);
        expect(nodeOf(doc).toJSON()).toEqual(first.toJSON());
        writeBack(second, doc, "here");
        expect(nodeOf(doc).toJSON()).toEqual(second.toJSON());
      }),
      { numRuns: 300 },
    );
  });

  it("a place in one is a place in the other", () => {
    fc.assert(
      fc.property(aPage, (node) => {
        const { length } = textOf(docOf(node));
        for (let index = 0; index < length; index += 1) expect(indexOf(node, positionOf(node, index))).toBe(index);
      }),
    );
  });

  it("making a heading, or words strong, takes no word away: what the other types meanwhile stays in its place", () => {
    const hers = docOf(pageSchema.node("doc", null, [pageSchema.node("line", null, [pageSchema.text("Ask Daniel")])]));
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(hers));
    writeBack(
      pageSchema.node("doc", null, [
        pageSchema.node("line", { kind: "title" }, [pageSchema.text("Ask Daniel", [pageSchema.mark("strong")])]),
      ]),
      hers,
      "here",
    );
    textOf(theirs).insert(10, " today");
    Y.applyUpdate(hers, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(hers));
    expect(linesOf(hers)).toMatchObject([{ kind: "title" }]);
    expect(pageText(linesOf(hers))).toBe("Ask Daniel today");
    expect(linesOf(theirs)).toEqual(linesOf(hers));
  });

  it.each([
    ["https://example.org/a", true],
    ["mailto:leila@example.org", true],
    ["tel:+48123", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["//example.org", false],
    ["/settings", false],
    ["https://exa mple.org", false],
  ])("the address %s: %s", (href, is) => {
    expect(isAddress(href)).toBe(is);
  });

  it("a link that leads nowhere good is shown as words", () => {
    const doc = new Y.Doc();
    textOf(doc).insert(0, "click", { link: "javascript:alert(1)" });
    const mark = nodeOf(doc).firstChild?.firstChild?.marks[0];
    expect(mark && pageSchema.marks["link"]?.spec.toDOM?.(mark, true)).toEqual(["span", 0]);
  });
});
