import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const skippedFolders = new Set(["node_modules", "dist", ".git"]);

/**
 * @param {string} path
 * @param {(relative: string) => boolean} wanted
 * @param {string} relative
 * @returns {string[]}
 */
function walk(path, wanted, relative) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const inner = relative === "" ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : walk(join(path, entry.name), wanted, inner);
    return entry.isFile() && wanted(inner) ? [inner] : [];
  });
}

/**
 * The files below some folders, sorted, as paths from `root` with "/".
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {(relative: string) => boolean} wanted
 * @returns {string[]}
 */
export function filesBelow(root, folders, wanted) {
  return folders.flatMap((folder) => walk(join(root, folder), wanted, folder)).sort();
}

/**
 * One hash over names and contents: equal when nothing changed, whatever the files' dates say.
 * @param {string} root
 * @param {readonly string[]} files paths from `root`; a missing one counts as empty
 * @param {readonly string[]} [also] further words that make a difference
 * @returns {string} hex
 */
export function fingerprint(root, files, also = []) {
  const hash = createHash("sha256");
  for (const word of also) hash.update(`${word.length}:${word}\0`);
  for (const file of files) {
    let content;
    try {
      content = readFileSync(join(root, file));
    } catch {
      content = Buffer.alloc(0);
    }
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
