import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assembledBytes, bytesFile } from "./assemble.ts";

it("the bytes of the points kernel are those of its readable source", async () => {
  const numbers = (text: string) => text.match(/\d+/g);
  expect(numbers(readFileSync(bytesFile, "utf8"))).toEqual(numbers(await assembledBytes()));
});
