/** A device's storage in the browser: IndexedDB, one object store a table, keys of two parts. */
import { type IDBPDatabase, openDB } from "idb";
import { type Change, type Key, type Row, type TableName, type Tables, type VaultStore, tableNames } from "../store.ts";

const version = 4;

/** What lies in a table was put there by `commit`, which takes nothing else. */
function isOf<Name extends TableName>(_table: Name, value: unknown): value is Tables[Name] {
  return value !== undefined;
}

function isList(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value);
}

function scopeOf(key: unknown): string {
  return isList(key) ? String(key[0]) : "";
}

function numberOf(key: unknown): number {
  return isList(key) ? Number(key[1]) : 0;
}

function tableOf(change: Change): TableName {
  if ("put" in change) return change.put;
  if ("add" in change) return change.add;
  return "remove" in change ? change.remove : change.clear;
}

function scopeRange(scope: string): IDBKeyRange {
  return IDBKeyRange.bound([scope, Number.NEGATIVE_INFINITY], [scope, Number.POSITIVE_INFINITY]);
}

/** Opens the storage of one account. Rejects where the browser keeps nothing. */
export async function openIdbStore(account: string): Promise<VaultStore> {
  const database = await openDB(`oakroom-vault-${account}`, version, {
    upgrade(db) {
      for (const table of tableNames) if (!db.objectStoreNames.contains(table)) db.createObjectStore(table);
    },
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return new IdbStore(database);
}

class IdbStore implements VaultStore {
  readonly #db: IDBPDatabase;

  constructor(db: IDBPDatabase) {
    this.#db = db;
  }

  async get<Name extends TableName>(table: Name, [scope, at]: Key): Promise<Tables[Name] | undefined> {
    const value: unknown = await this.#db.get(table, [scope, at]);
    return isOf(table, value) ? value : undefined;
  }

  async list<Name extends TableName>(table: Name, scope: string): Promise<ReadonlyArray<Row<Tables[Name]>>> {
    const range = scopeRange(scope);
    const reading = this.#db.transaction(table).store;
    const [keys, values] = await Promise.all([reading.getAllKeys(range), reading.getAll(range)]);
    return values.flatMap((value: unknown, index) => (isOf(table, value) ? { at: numberOf(keys[index]), value } : []));
  }

  async scopes(table: TableName): Promise<ReadonlyArray<string>> {
    const keys = await this.#db.getAllKeys(table);
    return [...new Set(keys.map(scopeOf))];
  }

  async commit(changes: ReadonlyArray<Change>): Promise<"done" | "taken"> {
    if (changes.length === 0) return "done";
    // A place in a chain is taken for good before anything is sent from it, also where the power fails.
    const durability = changes.some((change) => "add" in change) ? "strict" : "relaxed";
    const writing = this.#db.transaction([...new Set(changes.map(tableOf))], "readwrite", { durability });
    const made = changes.map(async (change) => {
      if ("clear" in change) {
        const store = writing.objectStore(change.clear);
        return change.scope === undefined ? store.clear() : store.delete(scopeRange(change.scope));
      }
      if ("remove" in change) return writing.objectStore(change.remove).delete([...change.key]);
      const store = writing.objectStore("put" in change ? change.put : change.add);
      return "put" in change ? store.put(change.value, [...change.key]) : store.add(change.value, [...change.key]);
    });
    try {
      await Promise.all([...made, writing.done]);
      return "done";
    } catch (error) {
      await Promise.allSettled([...made, writing.done]);
      if (error instanceof DOMException && error.name === "ConstraintError") return "taken";
      throw error;
    }
  }
}
