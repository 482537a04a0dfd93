/** Bad input for tests: texts from the shared collections, and every string field of an operation's body. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import type { Operation } from "../../values/operation.ts";

/** One text, and what is expected of it; "anything" where its collection says nothing. */
export interface BadText {
  readonly name: string;
  readonly text: string;
  readonly expect: string;
}

const folder = fileURLToPath(new URL("../../../../shared/badinput/", import.meta.url));
const Line = z.object({ name: z.string(), text: z.string(), expect: z.string() });

/** Every text; `undefined` where the collections are not at hand. */
export function readBadTexts(): ReadonlyArray<BadText> | undefined {
  if (!existsSync(folder)) return undefined;
  const read = (file: string) => readFileSync(folder + file, "utf8");
  const lines = (file: string) =>
    read(file)
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));
  const anything = (name: string, texts: ReadonlyArray<string>) =>
    texts.map((text, at) => ({ name: `${name} ${at}`, text, expect: "anything" }));
  return [
    ...anything("naughty", z.array(z.string()).parse(JSON.parse(read("blns.json")))),
    ...z.array(Line).parse(lines("unicode-and-edge.ndjson")),
    ...anything("formula", z.array(z.string()).parse(lines("csv-injection.txt"))),
  ];
}

/** Where a string stands in a body. */
export type Place = ReadonlyArray<string | number>;

const Shape = z.looseObject({
  type: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  allOf: z.optional(z.array(z.unknown())),
  additionalProperties: z.optional(z.unknown()),
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
});

function placesIn(schema: unknown, at: Place): ReadonlyArray<Place> {
  const parsed = Shape.safeParse(schema);
  if (!parsed.success) return [];
  const { type, properties = {}, items, anyOf = [], oneOf = [], allOf = [], additionalProperties } = parsed.data;
  const isText =
    type === "string" || typeof parsed.data.const === "string" || typeof parsed.data.enum?.[0] === "string";
  return [
    ...(isText ? [at] : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => placesIn(inner, at)),
    ...Object.entries(properties).flatMap(([name, inner]) => placesIn(inner, [...at, name])),
    ...(items === undefined ? [] : placesIn(items, [...at, 0])),
    ...(additionalProperties === undefined ? [] : placesIn(additionalProperties, [...at, "key"])),
  ];
}

/** Every string field of an operation's JSON body. */
export function stringPlaces({ body }: Operation): ReadonlyArray<Place> {
  if (!body) return [];
  const all = placesIn(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }), []);
  return [...new Map(all.map((place) => [JSON.stringify(place), place])).values()];
}

type Json = unknown;
const isBox = (value: Json): value is Record<string | number, Json> => typeof value === "object" && value !== null;

/** A copy of a body with a text at a place; what the way there lacks is made. */
export function withText(body: Json, [key, ...rest]: Place, text: string): Json {
  if (key === undefined) return text;
  const box = isBox(body) ? body : typeof key === "number" ? [] : {};
  const inner = withText(Reflect.get(box, key), rest, text);
  if (Array.isArray(box)) return box.length === 0 ? [inner] : box.map((one: Json, at) => (at === key ? inner : one));
  return { ...box, [key]: inner };
}

/** What stands at a place. */
export function textAt(body: Json, place: Place): Json {
  return place.reduce<Json>((value, key) => (isBox(value) ? Reflect.get(value, key) : undefined), body);
}
