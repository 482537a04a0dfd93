/** Matches one made-up cohort of `mentees mentors places` and prints what it took. */
import { match, termsOf } from "@oakroom/matching";
import { madeUpCohort } from "../../packages/matching/testing/cohorts.ts";

const [mentees = 0, mentors = 0, places = 1] = process.argv.slice(2).map(Number);
const cohort = madeUpCohort(1, { mentees, mentors, places });
const before = process.cpuUsage();
const { rounds } = match(cohort, termsOf(cohort));
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, megabytes, rounds }));
