/** Makes the folders that Oakroom writes in, readable by its own user alone. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../values/error-code.ts";

/**
 * Makes a folder, and those above it, where they are missing. Throws what the system answers.
 * Node's own way (`recursive`) never comes back where the system refuses a new folder with "not found", as below /proc and some network mounts.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST" && statSync(path).isDirectory()) return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}
