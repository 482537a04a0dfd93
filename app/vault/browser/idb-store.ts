/** A device's storage in the browser: IndexedDB, one object store a table, keys of two parts. */
import { type IDBPDatabase, openDB } from "idb";
import { type Change, type Key, type Row, type TableName, type Tables, type VaultStore, tableNames } from "../store.ts";
import { holdsFence, nextFence } from "./leading.ts";

const version = 5;

/** Where the number of whoever leads lies, beside the tables: nothing that the vault clears takes it along. */
const fenceTable = "fence";

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

/**
 * Opens the storage of one account for a tab that begins to lead: from now on what a tab before it writes is not kept. `onLost`: another one
 * has begun since; nothing that was to be written after that is answered. Rejects where the browser keeps nothing.
 */
export async function openIdbStore(account: string, onLost: () => void): Promise<VaultStore> {
  const database = await openDB(`oakroom-vault-${account}`, version, {
    upgrade(db) {
      for (const table of [...tableNames, fenceTable])
        if (!db.objectStoreNames.contains(table)) db.createObjectStore(table);
    },
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const leading = database.transaction(fenceTable, "readwrite");
  const fence = nextFence(await leading.store.get(fenceTable));
  await Promise.all([leading.store.put(fence, fenceTable), leading.done]);
  return new IdbStore(database, fence, onLost);
}

class IdbStore implements VaultStore {
  readonly #db: IDBPDatabase;
  readonly #fence: number;
  readonly #onLost: () => void;

  constructor(db: IDBPDatabase, fence: number, onLost: () => void) {
    this.#db = db;
    this.#fence = fence;
    this.#onLost = onLost;
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
    const writing = this.#db.transaction([...new Set(changes.map(tableOf)), fenceTable], "readwrite", { durability });
    const reading = writing.objectStore(fenceTable).get(fenceTable);
    const holding = reading.then((held: unknown) => {
      const holds = holdsFence(held, this.#fence);
      if (!holds) writing.abort();
      return holds;
    });
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
      await Promise.all([holding, ...made, writing.done]);
      return "done";
    } catch (error) {
      await Promise.allSettled([...made, writing.done]);
      if (!(await holding.catch(() => true))) {
        this.#onLost();
        // Whoever asked must not go on as if it lay here, nor as if the storage were broken.
        return new Promise(() => undefined);
      }
      if (error instanceof DOMException && error.name === "ConstraintError") return "taken";
      throw error;
    }
  }
}
