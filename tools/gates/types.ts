import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { installedTool, root } from "./command.ts";
import { yesOrNo, type Gate, type Verdict } from "./gate.ts";

/** The folder with one compiler project for each kind of file. */
export const projectsFolder = join(root, "tools/types");

/** Where the compiler remembers what it found: it looks again only at what has changed, and at what depends on it. */
const remembered = join(root, "node_modules/.cache/oakroom-types");

/** The names of the compiler projects. */
export function projectNames(): string[] {
  return readdirSync(projectsFolder)
    .filter((file) => file.endsWith(".json") && file !== "base.json")
    .map((file) => file.replace(".json", ""))
    .toSorted();
}

/** Whether a file, as a path from the root, lies in one of the places asked for; all do when none is named. */
export function isWithin(file: string, places: ReadonlyArray<string>): boolean {
  return places.length === 0 || places.some((place) => file === place || file.startsWith(`${place}/`));
}

const errorLine = /^(?<file>[^\s(][^(]*)\(\d+,\d+\): error TS/;

/** Keeps the compiler's errors, with the lines that explain them, for the places asked for. */
export function errorsIn(output: string, places: ReadonlyArray<string>): string {
  let keeps = true;
  const lines = output.split("\n").filter((line) => {
    const file = errorLine.exec(line)?.groups?.["file"];
    if (file !== undefined) keeps = isWithin(file, places);
    else if (!line.startsWith(" ")) keeps = line.startsWith("error TS");
    return keeps;
  });
  return lines.join("\n");
}

function ownFiles(output: string): string[] {
  return output
    .split("\n")
    .filter((line) => line.startsWith(root + sep) && !line.includes("node_modules"))
    .map((line) => relative(root, line).replaceAll(sep, "/"));
}

async function check(project: string, places: ReadonlyArray<string>): Promise<Verdict> {
  const config = join(projectsFolder, `${project}.json`);
  const { code, output } = await installedTool("typescript/bin/tsc", [
    "-p",
    config,
    "--pretty",
    "false",
    "--listFiles",
    "--incremental",
    "--tsBuildInfoFile",
    join(remembered, `${project}.tsbuildinfo`),
  ]);
  const files = ownFiles(output).filter((file) => isWithin(file, places));
  const errors = errorsIn(output, places);
  const unexplained = code !== 0 && errors === "" && places.length === 0 ? output : "";
  // A place may have no file of one kind; the whole repository has files of every kind.
  const count = places.length > 0 ? Math.max(files.length, 1) : files.length;
  return { ...yesOrNo(count, "files", errors + unexplained), seen: `${files.length} files` };
}

/** One gate for each compiler project. `places` narrows what is reported, never what is compiled. */
export function typeGates(places: ReadonlyArray<string>): Gate[] {
  return projectNames().map((project) => ({ name: `types ${project}`, run: () => check(project, places) }));
}
