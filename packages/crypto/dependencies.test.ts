import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const allowed = ["@hpke/core", "@noble/curves", "@noble/hashes", "@scure/bip39", "hash-wasm"];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly integrity?: string; readonly dependencies?: Record<string, string> }>
  >;
}

test("C41 this package has five dependencies, each of one exact version", () => {
  const { dependencies } = JSON.parse(read("./package.json")) as Manifest;
  expect(Object.keys(dependencies).toSorted()).toEqual(allowed);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("C41 they, and what they bring, are pinned by integrity hash", () => {
  const { packages } = JSON.parse(read("../../package-lock.json")) as Lock;
  const open = [...allowed];
  const seen = new Set<string>();
  for (const name of open) {
    if (seen.has(name)) continue;
    seen.add(name);
    const entry = packages[`node_modules/${name}`];
    expect(`${name} ${entry?.integrity}`).toMatch(/ sha512-/);
    open.push(...Object.keys(entry?.dependencies ?? {}));
  }
  expect([...seen].toSorted()).toEqual([...allowed, "@hpke/common"].toSorted());
});

test("C41 no source here imports anything else", () => {
  const sources = readdirSync(new URL(".", import.meta.url)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  expect(sources.length).toBeGreaterThan(30);
  const imported = sources.flatMap((name) =>
    Array.from(read(`./${name}`).matchAll(/(?:from|import)\s*\(?"([^"]+)"/g), ([, path = ""]) => path),
  );
  const foreign = imported.filter(
    (path) => !path.startsWith("./") && !allowed.some((name) => path === name || path.startsWith(`${name}/`)),
  );
  expect(foreign).toEqual([]);
  expect(imported.length).toBeGreaterThan(60);
});
