/** What `match` says. */
import type { Levels, ProblemFaultWord, VerifyFault, VerifyWord } from "@oakroom/matching";
import { inNumber } from "../../values/plural.ts";

const word = {
  problem: {
    "duplicate-mentee": "a mentee with this id stands further up",
    "duplicate-mentor": "a mentor with this id stands further up",
    "demand-not-possible": "demand has to be a whole number from 1 to 9",
    "capacity-not-whole": "capacity has to be a whole number, 0 or more",
    "unknown-mentee": "no mentee has this id",
    "unknown-mentor": "no mentor has this id",
    "unknown-person": "by and who have to be ids of mentees or mentors",
    "duplicate-pair": "the same two stand further up",
    "points-not-whole": "points have to be a whole number",
    "rank-not-whole": "rank has to be a whole number, 1 or more",
    "named-twice": "this person named the same one further up",
    "pinned-not-eligible": "a pinned pair has to be among the pairs",
    "pinned-and-forbidden": "the same two are forbidden",
    "pinned-mentee-taken": "this mentee has as many mentors already as they look for, or this one",
    "pinned-beyond-capacity": "this mentor has no place left",
    "line-not-whole": "has to be a whole number",
  } satisfies Readonly<Record<ProblemFaultWord, string>>,
  verify: {
    "another-problem": "the matching was made for another problem file",
    "another-policy": "the matching was made under another policy",
    "not-eligible": "a pair is not among those that the problem allows",
    "wrong-points": "a pair has other points than in the problem",
    "too-many-mentors": "a mentee has more mentors than they look for",
    "over-capacity": "a mentor has more mentees than places",
    "pin-broken": "a pinned pair is missing",
    "waiting-list-wrong": "the waiting list does not fit the pairs",
    "levels-wrong": "the levels are not those of the pairs",
    "exceptions-wrong": "the exceptions are not those of the pairs",
    "weights-too-small": "a weight does not outweigh those below it",
    "price-wrong": "the prices do not name every mentor once, with whole numbers of 0 or more",
    "price-with-a-free-place": "a mentor with a free place has a price",
    "price-not-lowest": "a price is higher than need be",
    "a-better-one-exists": "there is a better matching: at these prices somebody would be better off",
    "blocking-pair": "two would rather have each other than what they were given",
    "answer-altered": "the certificate belongs to another answer",
  } satisfies Readonly<Record<VerifyWord, string>>,
};

const example: Readonly<Record<string, string>> = { in: "problem.json", matching: "matching.json" };

const whole = new Intl.NumberFormat("en-GB");

/** The words of `match`, by what there is to say. */
export const matchText = {
  problemFault: (fault: ProblemFaultWord) => word.problem[fault],
  notProved: ({ word: what, mentee, mentor }: VerifyFault) => {
    const who = [mentee && `mentee ${mentee}`, mentor && `mentor ${mentor}`].filter(Boolean).join(", ");
    return `not proved: ${word.verify[what]}${who === "" ? "" : ` (${who})`}`;
  },
  proved: (pairs: number) => `proved best possible: ${inNumber(pairs, { one: "# pair", other: "# pairs" })} checked`,
  levels: ({ placed, further, mutualKept, belowLine, points }: Levels, waiting: number) =>
    [
      `placed ${whole.format(placed)}`,
      `waiting ${whole.format(waiting)}`,
      ...(further > 0 ? [`further mentors ${whole.format(further)}`] : []),
      `own choices kept ${whole.format(mutualKept)}`,
      `below the fair line ${whole.format(belowLine)}`,
      `points ${whole.format(points)}`,
    ].join(", "),
  needsWay: "match needs solve, verify or run behind it. See: npm run oakroom -- help match",
  didYouMean: (way: string, near: string) => `match does not know ${way}. Did you mean ${near}?`,
  needs: (way: string, name: string) =>
    `match ${way} needs --${name}, for example: --${name} ${example[name] ?? "FILE"}`,
  flagsAlone: (way: string, first: string) =>
    `match ${way} takes flags alone, not "${first}". See: npm run oakroom -- help match`,
  notExact: "The points of this problem are so great that sums would not stay exact. Use smaller whole numbers.",
  sameFile: (name: string) => `${name} is also what is read. Name another file to write to.`,
  missing: "is missing",
  notJson: "is not JSON",
  wants: (what: string) => `has to be ${what}`,
  noSuchField: (name: string) => `there is no field ${name} here`,
  more: (count: number) => inNumber(count, { one: "and one more", other: "and # more" }),
};
