import { expect, it } from "vitest";
import { asInlineScript, keepsakeHtml } from "./rules.ts";
import { insideText, keepsakeText } from "./text.ts";

const page = (change: object = {}) =>
  keepsakeHtml({
    ...insideText,
    script: "go()",
    hashes: { script: "abc=", style: "def=" },
    closed: Uint8Array.of(251, 255),
    ...change,
  });

it("P104 a keepsake is one file that asks no network for anything", () => {
  const html = page();
  expect(html).toContain("default-src 'none'; script-src 'sha256-abc=' 'wasm-unsafe-eval'; style-src 'sha256-def='");
  expect(html).not.toMatch(/https?:|src=|href=|@import|url\(/);
  expect(html).toContain('data-closed="-_8"');
});

it("nothing in it ends its script or its markup early", () => {
  expect(asInlineScript('a="</script><!--<SCRIPT>"')).toBe('a="\\x3c/script>\\x3c!--\\x3cSCRIPT>"');
  expect(page({ title: '<img src="x">' })).toContain("&lt;img src=&quot;x&quot;&gt;");
});

it("P52 says who will read it, and never that it could be taken back", () => {
  expect(keepsakeText.sees).toMatch(/^Whoever has the file and its passphrase reads all of it/);
  expect(keepsakeText.sees).toContain("nobody can take it back");
});
