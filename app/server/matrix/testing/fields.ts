/** The fields that an operation's answer may hold, as paths: `pairs[].state`. The server drops whatever its schema does not name. */
import * as z from "zod/mini";
import type { Operation } from "../../../values/operation.ts";

const Shape = z.looseObject({
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  additionalProperties: z.optional(z.unknown()),
});

/** Every leaf of a JSON schema. */
function leaves(schema: unknown, path: string): ReadonlyArray<string> {
  const parsed = Shape.safeParse(schema);
  if (!parsed.success) return [path];
  const { properties, items, anyOf, oneOf, additionalProperties } = parsed.data;
  const choices = anyOf ?? oneOf;
  if (choices) return choices.flatMap((choice) => leaves(choice, path));
  if (items !== undefined) return leaves(items, `${path}[]`);
  if (properties && Object.keys(properties).length > 0)
    return Object.entries(properties).flatMap(([name, inner]) => leaves(inner, path === "" ? name : `${path}.${name}`));
  if (additionalProperties) return [path === "" ? "*" : `${path}.*`];
  return path === "" ? [] : [path];
}

/** The fields of an operation's answer in one line; bytes and streams have none. */
export function fieldsOf({ answer, gives }: Operation): string {
  if (gives !== undefined) return `(${gives})`;
  if (!answer) return "";
  const all = new Set(leaves(z.toJSONSchema(answer, { io: "output", unrepresentable: "any" }), ""));
  // What may be null is one field, not two.
  const isOpened = (field: string) =>
    [...all].some((other) => other.startsWith(`${field}.`) || other.startsWith(`${field}[]`));
  return [...all]
    .filter((field) => !isOpened(field))
    .toSorted()
    .join(" ");
}
