import { expect, it } from "vitest";
import * as z from "zod/mini";
import { parseInTurns } from "./parse-in-turns.ts";
import { eachInTurns, inParts } from "./turns.ts";

const Person = z.object({ name: z.string(), age: z.int() });
const List = z.object({
  title: z.string(),
  people: z.array(Person),
  inner: z.nullable(z.object({ days: z.array(z.string()) })),
});
const people = (count: number) => Array.from({ length: count }, (_, age) => ({ name: `P${age}`, age, secret: "s" }));
const days = Array.from({ length: 500 }, (_, day) => `day ${day}`);

/** How often others were served while some work went on. */
async function servedDuring(work: Promise<unknown>): Promise<number> {
  let [served, goesOn] = [0, true];
  const beat = () => {
    served += 1;
    if (goesOn) setImmediate(beat);
  };
  setImmediate(beat);
  await work;
  goesOn = false;
  return served;
}

/** Takes about as long as it says, without letting anybody in. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it.each([3, 99, 100, 4000])(
  "reads a list of %i people as it is read at once, and drops what is not declared",
  async (count) => {
    const value = { title: "all", people: people(count), inner: { days }, more: 1 };
    expect(await parseInTurns(List, value)).toEqual(z.parse(List, value));
    expect(await parseInTurns(List, { ...value, inner: null })).toEqual(z.parse(List, { ...value, inner: null }));
  },
);

it("leaves what it was given as it was", async () => {
  const value = { title: "all", people: people(200), inner: { days } };
  await parseInTurns(List, value);
  expect(value.people).toHaveLength(200);
  expect(value.inner.days).toHaveLength(500);
});

it.each([
  ["an element that does not fit", { title: "all", people: [...people(300), { name: 1, age: 1 }], inner: null }],
  ["a field that does not fit", { title: 1, people: people(300), inner: null }],
  ["a list that is none", { title: "all", people: "300", inner: null }],
  ["a list within that does not fit", { title: "all", people: [], inner: { days: [...days, 1] } }],
])("refuses %s", async (_, value) => {
  await expect(parseInTurns(List, value)).rejects.toThrow(z.core.$ZodError);
});

it("lets a schema that asks something of the whole see the whole", async () => {
  const Even = z.object({ list: z.array(z.int()).check(z.maxLength(150)) });
  const list = days.map((_, at) => at);
  await expect(parseInTurns(Even, { list })).rejects.toThrow(z.core.$ZodError);
  const sum = z.object({ list: z.array(z.int()) }).check(z.refine((all) => all.list.length === 500));
  expect((await parseInTurns(sum, { list })).list).toEqual(list);
});

it("serves others while a long list is gone through, and keeps its order", async () => {
  const seen: number[] = [];
  const served = await servedDuring(eachInTurns([1, 2, 3, 4, 5, 6], (item) => (busy(9), seen.push(item))));
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  expect(served).toBeGreaterThan(4);
});

it("hands out every item once, part by part, and serves others between", async () => {
  const parts: ReadonlyArray<number>[] = [];
  const served = await servedDuring(
    inParts([1, 2, 3, 4, 5, 6, 7], 3, (part) => {
      parts.push(part);
      return Promise.resolve();
    }),
  );
  expect(parts).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(served).toBeGreaterThanOrEqual(2);
});
