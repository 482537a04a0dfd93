import fc from "fast-check";
import { expect, it } from "vitest";
import { docNodeOf } from "../binding/rules.ts";
import { pageText } from "../content/rules.ts";
import { readHtml, readPlain } from "./rules.ts";

it.each([
  ["words of a web page", "<h1>Title</h1><p>One <b>two</b>\n  three</p>", "Title\n\nOne two three"],
  ["lists", "<ul><li>a</li><li><p>b</p></li></ul><ol><li>c<li>d</ol>", "- a\n- b\n\n1. c\n2. d"],
  ["a line break", "one<br>two", "one\n\ntwo"],
  ["entities", "a &amp; b &#8211; c&nbsp;&#x1F600; &unknown;", "a & b – c 😀 &unknown;"],
  ["a comment and an instruction", "a<!-- b --><?xml c?><!doctype html>d", "ad"],
  ["a script, a style and a title", "<title>t</title><style>p{}</style>a<script>x('<p>')</script>b", "ab"],
  [
    "a link that may lead somewhere",
    '<a href="https://example.org/?a=1&amp;b=2">here</a>',
    "here (https://example.org/?a=1&b=2)",
  ],
  ["a link that may not", '<a href="javascript:x()">here</a> <a href=" data:text/html,x ">there</a>', "here there"],
  ["handlers and pictures", '<p onclick="x()">a<img src=x onerror="x()"> b</p>', "a b"],
  ["a sign that opens nothing", "1 < 2 and <", "1 < 2 and <"],
  ["a tag that never ends", '<p title="a', '<p title="a'],
  ["lines that stand as they are", "<pre>a  b\nc</pre>", "a  b\n\nc"],
])("reads %s", (_, html, text) => {
  expect(pageText(readHtml(html))).toBe(text);
});

it("knows weight and slant also where only a style says so, and takes back what a style takes back", () => {
  const [line] = readHtml(
    '<b style="font-weight:normal"><span style="font-weight:700">a</span><span style="font-style:italic">b</span>c</b>',
  );
  expect(line?.runs).toMatchObject([
    { text: "a", strong: true, em: false },
    { text: "b", strong: false, em: true },
    { text: "c", strong: false, em: false },
  ]);
});

it("plain words keep their lines", () => {
  expect(readPlain("a\r\n\nb").map(({ runs }) => runs.map(({ text }) => text).join(""))).toEqual(["a", "", "b"]);
});

it("whatever comes, it makes lines that a page can hold, in time", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "</",
    "<p",
    '"',
    "'",
    "=",
    "<b>",
    "</li>",
    "<li>",
    "<!--",
    "-->",
    "&#",
    "x ",
    "\0",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(() => docNodeOf(readHtml(pieces.join("")))).not.toThrow();
    }),
    { numRuns: 2000 },
  );
  for (const evil of ["<a ", "<a '", '<a "', "<!--", "<p>", "&#1", "<!x", "<"])
    expect(() => readHtml(evil.repeat(50_000))).not.toThrow();
});
