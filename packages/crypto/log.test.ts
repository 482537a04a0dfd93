import { expect, test } from "vitest";
import { openItem, readItem, textOf } from "./index.ts";
import { aRoom, words } from "./testing/people.ts";

test("what Ana writes, Ben verifies and opens", async () => {
  const { ana, ben } = await aRoom();
  const sent = await ana.write("hello Ben");
  expect(words(await ben.take([sent.bytes]))).toEqual(["accepted"]);
  const item = readItem(sent.bytes);
  if (typeof item === "string") throw new Error(item);
  const key = ben.keys.get(1);
  const opened = key && (await openItem(key, item));
  expect(typeof opened === "object" && textOf(opened.plaintext)).toBe("hello Ben");
});
