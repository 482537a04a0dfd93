/** Queries of the hot paths, compiled once an engine: building one costs more than running it. */
import { type Compilable, type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Reader } from "./database.ts";

/** A place in a compiled query that gets its value when the query runs. */
export type Slot<T> = RawBuilder<T>;

type Slots<Values extends ReadonlyArray<unknown>> = { readonly [At in keyof Values]: Slot<Values[At]> };

/**
 * Makes a query of fixed shape: `build` is called once for each engine with one slot a value, in order.
 * It must answer with rows. The slots may stand wherever Kysely takes a value; the answer runs the query on any reader or writer.
 */
export function compiled<Values extends ReadonlyArray<unknown>, Row extends object>(
  build: (db: Reader, ...slots: Slots<Values>) => Compilable<Row>,
): (db: Reader, ...values: Values) => Promise<ReadonlyArray<Row>>;
export function compiled<Row extends object>(
  build: (db: Reader, ...slots: ReadonlyArray<Slot<never>>) => Compilable<Row>,
) {
  const byEngine = new WeakMap<object, Template<Row>>();
  return async (db: Reader, ...values: ReadonlyArray<unknown>): Promise<ReadonlyArray<Row>> => {
    const { adapter } = db.getExecutor();
    const known = byEngine.get(adapter) ?? template(build, db, values.length);
    byEngine.set(adapter, known);
    const parameters = known.order.map((at) => (at instanceof Fixed ? at.value : values[at]));
    if (known.run) return known.run(parameters);
    const { rows } = await db.executeQuery<Row>({ ...known.query, parameters });
    return rows;
  };
}

/** Prepares a query for running it straight on a connection of its engine. */
export type Shortcut = <Row extends object>(query: CompiledQuery<Row>) => Run<Row>;

type Run<Row> = (values: ReadonlyArray<unknown>) => ReadonlyArray<Row> | Promise<ReadonlyArray<Row>>;

const shortcuts = new WeakMap<object, Shortcut>();

/** Lets compiled queries go straight to a connection of `db`: with SQLite, the way there takes longer than the query. */
export function takeShortcut(db: Reader, shortcut: Shortcut): void {
  shortcuts.set(db.getExecutor().adapter, shortcut);
}

interface Template<Row> {
  readonly query: CompiledQuery<Row>;
  /** For each parameter of the text, which value it takes, or what `build` itself fixed. */
  readonly order: ReadonlyArray<number | Fixed>;
  readonly run: Run<Row> | undefined;
}

/** A value that the query always has. */
class Fixed {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** Stands in for a value while the query is compiled. */
class Marker {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

function template<Row extends object>(
  build: (db: Reader, ...slots: ReadonlyArray<Slot<never>>) => Compilable<Row>,
  db: Reader,
  count: number,
): Template<Row> {
  const slots = Array.from({ length: count }, (_, at) => sql<never>`${new Marker(at)}`);
  const query = build(db, ...slots).compile();
  return {
    query,
    order: query.parameters.map((value) => (value instanceof Marker ? value.at : new Fixed(value))),
    run: shortcuts.get(db.getExecutor().adapter)?.(query),
  };
}
