import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { root } from "./gates/command.ts";

const folder = join(root, "app/web/public");
const Manifest = z.object({
  start_url: z.literal("/"),
  display: z.literal("standalone"),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() })),
});

/** Width and height as a PNG's own first part says (ISO/IEC 15948, 11.2.2). */
function sizeOf(name: string): string {
  const bytes = readFileSync(join(folder, name));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

it("home screens find every picture that the manifest names, in the size that it says", () => {
  const { icons } = Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.webmanifest"), "utf8")));
  expect(icons.filter(({ src }) => !existsSync(join(folder, src)))).toEqual([]);
  const drawn = icons.filter(({ type }) => type === "image/png");
  expect(drawn.map(({ src }) => sizeOf(src))).toEqual(drawn.map(({ sizes }) => sizes));
  expect(drawn.map(({ purpose }) => purpose)).toEqual(["any", "any", "maskable"]);
});

it("an iPhone finds its own", () => {
  expect(readFileSync(join(folder, "../index.html"), "utf8")).toContain('rel="apple-touch-icon"');
  expect(sizeOf("apple-touch-icon.png")).toBe("180x180");
});
