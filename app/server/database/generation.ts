/** The generation of a database: it rises when a backup was restored, and is part of every cursor. */
import type { Database, Reader } from "./database.ts";

const known = new WeakMap<Database, number>();

/** The generation, read once: no restore runs beside a server. */
export async function generationOf(db: Database): Promise<number> {
  const held = known.get(db);
  if (held !== undefined) return held;
  const generation = await readGeneration(db.read);
  known.set(db, generation);
  return generation;
}

/** Reads the generation anew, after a time in which a restore was possible; true where there was one. */
export async function generationChanged(db: Database): Promise<boolean> {
  const before = known.get(db);
  known.delete(db);
  return before !== undefined && (await generationOf(db)) !== before;
}

/** Reads the generation in the caller's transaction. */
export async function readGeneration(read: Reader): Promise<number> {
  const row = await read.selectFrom("meta").select("value").where("name", "=", "generation").executeTakeFirstOrThrow();
  return Number(row.value);
}
