/** Reads and writes the files of `match`. What is wrong with one is told line by line, each with its place. */
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { faultsOf, type Matching, type Problem } from "@oakroom/matching";
import * as z from "zod/mini";
import { codeOf } from "../../values/error-code.ts";
import type { CommandIo } from "../command.ts";
import { misuse, refusal } from "../failure.ts";
import { MatchingFile, ProblemFile } from "./schema.ts";
import { matchText as text } from "./text.ts";

/** One thing that is wrong with a file. */
interface Fault {
  readonly place: string;
  readonly says: string;
}

/** So many faults are told; the others are counted. */
const mostFaults = 20;

/** Reads a problem file. Throws `Failure` with exit code 2 and a line for each fault. */
export function readProblem(name: string, io: CommandIo): Problem {
  const problem = parsed(name, ProblemFile, io);
  const faults = faultsOf(problem).map(({ word, list, at }) => ({
    place: list === "fairLine" ? list : `${list}[${at}]`,
    says: text.problemFault(word),
  }));
  if (faults.length > 0) throw misuse(linesOf(name, faults));
  return problem;
}

/** Reads a matching file. Throws `Failure` with exit code 2 and a line for each fault. */
export function readMatching(name: string, io: CommandIo): Matching {
  return parsed(name, MatchingFile, io);
}

/** Writes a file whole or not at all, for its owner's eyes alone: it may tell who named whom. Never over what was `read`. */
export function writeWhole(
  name: string,
  content: string,
  read: ReadonlyArray<string>,
  { folder }: Pick<CommandIo, "folder">,
): void {
  const path = resolve(folder, name);
  if (read.some((other) => resolve(folder, other) === path)) throw misuse(text.sameFile(name));
  const beside = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    writeFileSync(beside, content, { mode: 0o600, flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw refusal(
      `${name} cannot be written (${codeOf(error) ?? "unknown"}). Name a file in a folder that you may write to.`,
    );
  }
}

function parsed<T>(name: string, schema: z.ZodMiniType<T>, io: CommandIo): T {
  const content = readText(name, io);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw misuse(`${name}, ${placeIn(content)}: ${text.notJson}`);
  }
  const found = z.safeParse(schema, value);
  if (found.success) return found.data;
  const faults = found.error.issues.flatMap((issue) => faultsOfIssue(issue, value));
  throw misuse(linesOf(name, faults));
}

function readText(name: string, { folder }: CommandIo): string {
  try {
    return readFileSync(resolve(folder, name), "utf8").replace(/^\uFEFF/u, "");
  } catch (error) {
    const why: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "this is a folder",
      ERR_STRING_TOO_LONG: "it is too large to be read in one piece",
      ERR_FS_FILE_TOO_LARGE: "it is too large to be read in one piece",
    };
    throw misuse(`${name}: ${why[codeOf(error) ?? ""] ?? "it cannot be read; look at its rights"}.`);
  }
}

/** "line 3, column 14": the first sign that no JSON can have there; the end, where the file only stops too early. */
function placeIn(content: string): string {
  let sound = 0;
  let broken = content.length + 1;
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (isBroken(content.slice(0, middle))) broken = middle;
    else sound = middle;
  }
  const lines = content.slice(0, sound).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
}

/** Whether nothing that may follow makes it JSON. */
function isBroken(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const at = /position (\d+)/.exec(said)?.[1];
    if (at !== undefined) return !said.startsWith("Unterminated string") && Number(at) < beginning.length;
    return !said.includes("end of JSON input");
  }
}

type Issue = z.core.$ZodIssue;

function faultsOfIssue(issue: Issue, value: unknown): ReadonlyArray<Fault> {
  const place = placeOf(issue.path);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ place, says: text.noSuchField(key) }));
  if (isMissing(value, issue.path)) return [{ place, says: text.missing }];
  if (issue.code === "invalid_value") return [{ place, says: text.wants(issue.values.map(String).join(" or ")) }];
  return [
    { place, says: text.wants(issue.code === "invalid_type" ? (wanted[issue.expected] ?? "different") : "different") },
  ];
}

const wanted: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  array: "a list",
  object: "an object with named fields",
};

/** `pairs[12].points`, or the file as a whole. */
function placeOf(path: ReadonlyArray<PropertyKey>): string {
  const place = path.reduce<string>(
    (before, step) => (typeof step === "number" ? `${before}[${step}]` : `${before}.${String(step)}`),
    "",
  );
  return place === "" ? "the file" : place.replace(/^\./, "");
}

function isMissing(value: unknown, path: ReadonlyArray<PropertyKey>): boolean {
  let at = value;
  for (const step of path) at = at instanceof Object ? Reflect.get(at, step) : undefined;
  return at === undefined;
}

/** One line for each fault, as many as anybody reads at once. */
function linesOf(name: string, faults: ReadonlyArray<Fault>): string {
  const lines = faults.slice(0, mostFaults).map(({ place, says }) => `${name}, ${place}: ${says}`);
  if (faults.length > mostFaults) lines.push(text.more(faults.length - mostFaults));
  return lines.join("\n");
}
