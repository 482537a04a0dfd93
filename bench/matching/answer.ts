/** Matches one made-up cohort of `mentees mentors places` with both kernels and prints a hash of every byte that comes out. */
import { createHash } from "node:crypto";
import { match, problemInRows, termsOf, verify } from "@oakroom/matching";
import { fastKernel } from "../../packages/matching/kernel/fast.ts";
import { plainKernel } from "../../packages/matching/kernel/plain.ts";
import { madeUpCohort } from "../../packages/matching/testing/cohorts.ts";

const [mentees = 0, mentors = 0, places = 1] = process.argv.slice(2).map(Number);
const cohort = madeUpCohort(1, { mentees, mentors, places });
const terms = termsOf(cohort);
const [fast, plain] = [fastKernel, plainKernel].map((kernel) => match(cohort, terms, { kernel }).matching);
if (!fast || !plain) throw new Error("nothing was matched");
const proof = verify(problemInRows(cohort, terms), fast);
const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
process.stdout.write(
  JSON.stringify({ node: process.versions.node, fast: hashOf(fast), plain: hashOf(plain), proved: proof.proved }),
);
