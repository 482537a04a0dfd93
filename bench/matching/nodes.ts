/** Whether an answer has the same bytes on each Node that Oakroom runs on. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod/mini";
import type { Figure } from "../figure.ts";

const nodes = ["22", "24", "26"];
const people = { mentees: 1000, mentors: 400, places: 2 };

const Answer = z.strictObject({ node: z.string(), fast: z.string(), plain: z.string(), proved: z.boolean() });

/** Matches one cohort on each Node, with the SIMD kernel and with the plain one; a Node that npm cannot bring is named and left out. */
export async function sameOnEveryNode(): Promise<Figure> {
  const tried = await Promise.all(nodes.map(answerOn));
  const answers = tried.filter((answer) => answer !== undefined);
  const missing = nodes.filter((_, at) => tried[at] === undefined);
  const hashes = new Set(answers.flatMap(({ fast, plain }) => [fast, plain]));
  const isSame = hashes.size === 1 && answers.every(({ proved }) => proved);
  const names = answers.map(({ node }) => node).join(", ");
  const left = missing.length > 0 ? `; did not run: Node ${missing.join(", ")}` : "";
  return {
    figure: `${people.mentees} x ${people.mentors}: the same bytes on every Node, with SIMD and plain`,
    target: `Node ${nodes.join(", ")}`,
    measured: `${isSame ? "the same, proved" : "NOT the same"} on ${names || "none"}${left}`,
  };
}

async function answerOn(version: string): Promise<z.infer<typeof Answer> | undefined> {
  const script = fileURLToPath(new URL("answer.ts", import.meta.url));
  const shaped = [people.mentees, people.mentors, people.places].map(String);
  try {
    const { stdout } = await promisify(execFile)("npx", [
      "-y",
      "-p",
      `node@${version}`,
      "--",
      "node",
      script,
      ...shaped,
    ]);
    const answer = Answer.parse(JSON.parse(stdout));
    // What npx found is asked, not believed: another Node on the path would make this proof empty.
    return answer.node.startsWith(`${version}.`) ? answer : undefined;
  } catch {
    return undefined;
  }
}
