import { expect, it } from "vitest";
import { isLetIn, type Letting } from "./rules.ts";

/** The first was there when the room was opened; the others came later. */
const three = [true, false, false].map((isFirst) => ({ isFirst }));
const two = [three, three] as const;
const says = (side: 0 | 1, identity: number, by: Letting["by"]): Letting => ({ side, identity, by });

it.each<[string, ReadonlyArray<Letting>, boolean]>([
  ["by nobody", [], false],
  ["by the other's first keys", [says(0, 1, 0)], true],
  ["by keys that nobody has let in", [says(0, 1, 1)], false],
  ["by keys that it has let in itself", [says(0, 1, 1), says(1, 1, 1)], false],
  ["in a circle of three", [says(0, 1, 2), says(1, 2, 2), says(0, 2, 1), says(1, 1, 1)], false],
  ["by keys that those before it had let in", [says(0, 2, 1), says(1, 1, 0)], true],
  ["together with the other's", [says(0, 1, "both"), says(1, 1, "both")], true],
  ["by keys that came in together with those before", [says(0, 2, 1), says(1, 1, "both")], true],
  ["the other one alone", [says(1, 1, 0)], false],
])("somebody's newer keys are let in: %s", (_, lettings, isIn) => {
  expect(isLetIn(two, lettings, 1)).toBe(isIn);
});
