type Names<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Names<Head> | Names<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never;

/** The parts of a path by name: of "/rooms/:roomId/sessions/:sessionId" it is `{ roomId: string; sessionId: string }`. */
export type PathParams<Path extends string> = { readonly [Name in Names<Path>]: string };

/** Takes the parts that a path names out of whatever the router found. Throws where one is missing: the table and the router disagree. */
export function readParams<const Path extends string>(
  path: Path,
  found: Readonly<Record<string, string>>,
): PathParams<Path>;
export function readParams(path: string, found: Readonly<Record<string, string>>): object {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  const pairs = names.map((name) => {
    const value = found[name];
    if (value === undefined) throw new TypeError(`The path ${path} came without its ${name}`);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}
