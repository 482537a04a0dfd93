import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runOwn } from "./own-vectors.ts";

const file: unknown = JSON.parse(readFileSync(new URL("./vectors/own-v1.json", import.meta.url), "utf8"));

test("C41 the formats are those of our frozen vectors, in Node", async () => {
  const report = await runOwn(file);
  expect(report.failed).toEqual([]);
  expect(report.passed).toBe(29);
});

test("a changed byte in the frozen file is noticed", async () => {
  const text = JSON.stringify(file);
  // The first item's ciphertext, Ana's bundle and the agreement: one digit each.
  const changed = ["items", "nextBundle", "agreement"].map((name) => {
    const at = text.indexOf('"', text.indexOf(`"${name}":`) + name.length + 3) + 400;
    const digit = text.charAt(at) === "a" ? "b" : "a";
    return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
  });
  for (const each of changed) {
    const { failed } = await runOwn(JSON.parse(each) as unknown).catch(() => ({ failed: ["unreadable"] }));
    expect(failed.length).toBeGreaterThan(0);
  }
});
