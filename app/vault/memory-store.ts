/** A device's storage in memory: for Node, where keys that cannot be exported end with the process, and for tests. */
import { type Change, type Key, type Row, type TableName, type Tables, type VaultStore, tableNames } from "./store.ts";

type Scopes<Value> = Map<string, Map<number, Value>>;
type Kept = { readonly [Name in TableName]: Scopes<Tables[Name]> };

function emptyTables(): Kept {
  return {
    account: new Map(),
    enrolment: new Map(),
    unlocked: new Map(),
    bundle: new Map(),
    log: new Map(),
    waiting: new Map(),
    verified: new Map(),
    sealed: new Map(),
    readable: new Map(),
    epochKey: new Map(),
    wrap: new Map(),
    epochPending: new Map(),
    readmitPending: new Map(),
    outbox: new Map(),
    draft: new Map(),
    place: new Map(),
    told: new Map(),
  };
}

function at<Value>(scopes: Scopes<Value>, scope: string): Map<number, Value> {
  const known = scopes.get(scope) ?? new Map<number, Value>();
  scopes.set(scope, known);
  return known;
}

/** Storage that lasts as long as the object. What goes in and out is copied, as a database would. */
export class MemoryStore implements VaultStore {
  readonly #kept: Kept = emptyTables();

  async get<Name extends TableName>(table: Name, [scope, number]: Key): Promise<Tables[Name] | undefined> {
    return structuredClone(this.#table(table).get(scope)?.get(number));
  }

  async list<Name extends TableName>(table: Name, scope: string): Promise<ReadonlyArray<Row<Tables[Name]>>> {
    const rows = [...(this.#table(table).get(scope) ?? [])].map(([number, value]) => ({ at: number, value }));
    return structuredClone(rows.toSorted((a, b) => a.at - b.at));
  }

  async scopes(table: TableName): Promise<ReadonlyArray<string>> {
    return [...this.#kept[table]].filter(([, values]) => values.size > 0).map(([scope]) => scope);
  }

  async commit(changes: ReadonlyArray<Change>): Promise<"done" | "taken"> {
    const isTaken = changes.some(
      (change) => "add" in change && this.#kept[change.add].get(change.key[0])?.has(change.key[1]),
    );
    if (isTaken) return "taken";
    for (const change of changes) this.#apply(structuredClone(change));
    return "done";
  }

  /** Puts a value without copying it. */
  set<Name extends TableName>(table: Name, [scope, number]: Key, value: Tables[Name]): void {
    at(this.#table(table), scope).set(number, value);
  }

  /** Every byte that lies here, for tests that search it. */
  dump(): unknown {
    return Object.fromEntries(tableNames.map((table) => [table, this.#kept[table]]));
  }

  #table<Name extends TableName>(table: Name): Scopes<Tables[Name]> {
    return this.#kept[table];
  }

  #apply(change: Change): void {
    if ("clear" in change) {
      if (change.scope === undefined) this.#kept[change.clear].clear();
      else this.#kept[change.clear].delete(change.scope);
    } else if ("remove" in change) {
      this.#kept[change.remove].get(change.key[0])?.delete(change.key[1]);
    } else {
      this.set("put" in change ? change.put : change.add, change.key, change.value);
    }
  }
}
