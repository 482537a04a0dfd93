import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Inside node_modules, so that whoever deletes that folder deletes what was remembered about it as well.
const place = ["node_modules", ".oakroom"];

/**
 * What an earlier start remembered under a name, or undefined.
 * @param {string} root
 * @param {string} name
 * @returns {string | undefined}
 */
export function recall(root, name) {
  try {
    return readFileSync(join(root, ...place, name), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Remembers a word for the next start. Written beside and renamed, so that no start reads half of it.
 * @param {string} root
 * @param {string} name
 * @param {string} word
 */
export function remember(root, name, word) {
  const folder = join(root, ...place);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${name}.${process.pid}`);
  writeFileSync(draft, word);
  renameSync(draft, join(folder, name));
}
