/** Checks values that may be very long by their schema, and lets others be served meanwhile. */
import * as z from "zod/mini";
import { eachInTurns } from "./turns.ts";

/** A list that is long enough to be looked at on its own. */
interface LongList {
  readonly path: ReadonlyArray<string>;
  readonly element: z.core.$ZodType;
  readonly items: ReadonlyArray<unknown>;
}

/** Shorter lists are checked with what they stand in. */
const longFrom = 100;

/**
 * As `z.parse`, with the same result and the same refusals; but lists of a hundred and more that stand in objects, at any depth, are
 * checked element by element, with turns for others in between. Throws a `ZodError`, whose places count from the list for its elements.
 */
export async function parseInTurns<S extends z.core.$ZodType>(schema: S, value: unknown): Promise<z.output<S>> {
  const lists: LongList[] = [];
  const parsed = z.parse(schema, withoutLongLists(schema, value, [], lists));
  for (const { path, element, items } of lists) {
    const checked: unknown[] = [];
    // oxlint-disable-next-line no-await-in-loop -- side by side would be one long turn again
    await eachInTurns(items, (item) => void checked.push(z.parse(element, item)));
    put(parsed, path, checked);
  }
  return parsed;
}

/** The value with each long list emptied and noted. Where a schema asks anything of the whole, it gets the whole. */
function withoutLongLists(
  schema: z.core.$ZodType,
  value: unknown,
  path: ReadonlyArray<string>,
  lists: LongList[],
): unknown {
  if (!(schema instanceof z.ZodMiniType) || (schema.def.checks ?? []).length > 0) return value;
  if (schema instanceof z.ZodMiniNullable) return withoutLongLists(schema.def.innerType, value, path, lists);
  if (schema instanceof z.ZodMiniArray && Array.isArray(value) && value.length >= longFrom && path.length > 0) {
    lists.push({ path, element: schema.def.element, items: value });
    return [];
  }
  if (!(schema instanceof z.ZodMiniObject) || typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const inner = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return [name, inner ? withoutLongLists(inner, part, [...path, name], lists) : part];
    }),
  );
}

function put(into: unknown, path: ReadonlyArray<string>, list: ReadonlyArray<unknown>): void {
  const holder = path.slice(0, -1).reduce(partOf, into);
  const last = path.at(-1);
  if (typeof holder === "object" && holder !== null && last !== undefined) Reflect.set(holder, last, list);
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === "object" && whole !== null ? Reflect.get(whole, name) : undefined;
}
