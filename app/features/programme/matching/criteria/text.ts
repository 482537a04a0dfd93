/** Every sentence about how suggestions are made: the rules and points in force, and changing them. */
import type { Criterion } from "@oakroom/matching";
import type { RefusalOf } from "../../../../values/operation.ts";
import { inNumber } from "../../../../values/plural.ts";
import { restDays } from "../proposals/rules.ts";
import { type Criteria, criterionNames, tableOf, type Weight } from "./rules.ts";
import type { ChangeCriteria } from "./schema.ts";

/** What may keep other criteria from being tried or kept. */
export type CriteriaTrouble = RefusalOf<typeof ChangeCriteria>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<CriteriaTrouble, string>> = {
  "topics-count": "Topics count in every programme, at least half as much as usual.",
  "changed-meanwhile":
    "Another manager has changed this meanwhile. It is shown as it stands now; please look once more.",
};

/** One line of the published table: how many of something give how many points. */
export interface TableLine {
  readonly criterion: Criterion;
  readonly title: string;
  readonly points: string;
}

const titles: Readonly<Record<Criterion, string>> = {
  topics: "Topics of the mentee that the mentor offers",
  "common-hours": "Hours a week that suit both",
  languages: "Languages in common",
  "level-distance": "Steps between their levels",
  "same-site": "The same site",
};

function steps(points: ReadonlyArray<number>, from: number): string {
  return points
    .map((each, count) => ({ each, count }))
    .filter(({ count }) => count >= from)
    .map(({ each, count }) => `${each} for ${count}${count === points.length - 1 ? " or more" : ""}`)
    .join(", ");
}

/** The table of a programme, as everyone in it reads it: nothing else counts. */
export function tableLines(criteria: Criteria): ReadonlyArray<TableLine> {
  const table = tableOf(criteria);
  const points: Readonly<Record<Criterion, string>> = {
    topics: steps(table.topics, 1),
    "common-hours": steps(table.commonHours, 1),
    languages: steps(table.languages, 1),
    "level-distance": steps(table.levelDistance, 0),
    "same-site": String(table.sameSite),
  };
  const isCounted = (criterion: Criterion) => criteria.weights[criterion] !== "none";
  return criterionNames.map((criterion) => ({
    criterion,
    title: titles[criterion],
    points: isCounted(criterion) ? points[criterion] : "does not count here",
  }));
}

/** The hard rules of a programme, those that are on. */
export function ruleLines({ commonLanguage, differentTeam, commonHours }: Criteria): ReadonlyArray<string> {
  const hours = inNumber(commonHours, { one: "# hour", other: "# hours" });
  return [
    "Neither of the two reports to the other, directly or through others.",
    "Neither of the two takes part in decisions about the other.",
    ...(commonLanguage ? ["They have a language in common."] : []),
    ...(differentTeam ? ["They are not in the same team."] : []),
    ...(commonHours > 0 ? [`They have at least ${hours} a week in common.`] : []),
    "Neither of the two would rather not be put together with the other.",
    `Two people whose suggestion did not come about are not suggested again for ${restDays} days; after a “not this one”, a declared conflict, or a pair that has ended, never.`,
  ];
}

/** What counts, in its order, as everyone in the programme reads it. */
export function orderLines({ fairLine }: Criteria): ReadonlyArray<string> {
  return [
    "As many people as possible get a mentor.",
    "Two who wished for each other are put together, unless that would leave somebody with nobody.",
    ...(fairLine > 0
      ? [
          `As few people as possible get a fit of less than ${fairLine} points; whoever is put together with somebody they wished for does not count here.`,
        ]
      : []),
    "Among all ways to do that, the one with the closest fit in all, by the points below.",
    "Among equals, those who waited last time come first; then lots are drawn.",
  ];
}

/** How suggestions are made, for everyone in a programme. */
export const howText = {
  title: "How suggestions are made",
  lead: "The rules and points of your programme. Its managers alone can change them, and each change stands under “What managers changed about you”.",
  rules: "Rules that always hold",
  order: "What counts, in this order",
  wishes: (mentee: number, mentor: number) =>
    `A wish that is not returned counts ${mentee} points where it is the mentee’s, and ${mentor} where it is the mentor’s. Whom somebody wished for, and whom they would rather not meet, only they and the matching read.`,
  table: "How many points each thing counts",
  open: "This is all. What is not known of somebody neither helps nor harms them, and nothing else about a person counts.",
  toLog: "What managers changed about you",
} as const;

/** How much a criterion counts, in words. */
export const weightText: Readonly<Record<Weight, string>> = {
  none: "Not at all",
  half: "Half as much as usual",
  usual: "As usual",
  more: "Half as much again",
  twice: "Twice as much as usual",
};

/** The words of a manager's page. */
export const text = {
  title: "Rules and points",
  lead: "By these your programme’s suggestions are made. Everyone who takes part can read them.",
  always:
    "Two rules hold in every programme: nobody is put together with somebody in their reporting line, or with somebody who takes part in decisions about them.",
  rules: "Rules",
  team: "The two are not in the same team",
  language: "The two have a language in common",
  hours: "Hours a week that they must have in common",
  noHours: "No such rule",
  someHours: { one: "# hour at least", other: "# hours at least" },
  points: "Points",
  pointsHint: (points: string) => `Points: ${points}`,
  line: "A fair line: as few people as possible below it",
  lineHint:
    "A fit below it counts as loose. Rather than one person with a very close fit and one with a loose one, both get a fair one, where that can be.",
  noLine: "No such line",
  someLine: (points: number) => `${points} points`,
  usual: "Everything as usual",
  show: "Show what would change",
  working: "Working out what would change",
  nothing: "This is how it is now: there is nothing to save.",
  changesTitle: "What would change",
  noDraft: "There is no draft just now, so nobody’s place changes. The next draft is made by these rules and points.",
  noMoves: "Nobody in the draft would move.",
  moves: { one: "# person would move:", other: "# people would move:" },
  more: { one: "and # more", other: "and # more" },
  letGo: (pairs: string) => `Pinned pairs that the rules would not allow any more: ${pairs}.`,
  own: "What would change in your own place is not shown to you.",
  levels: "The draft as a whole",
  what: "What",
  before: "now",
  after: "then",
  have: "Have a mentor",
  byNow: "Points of fit, by the table of now",
  byThen: "Points of fit, by the new table",
  below: "Pairs below the fair line",
  changedLines: "What everyone will read",
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  gone: "holds no more",
  added: "new",
  open: "Everyone who takes part reads that this was changed, and by whom. The draft on the board stays until you draft again; suggestions that are open stay too.",
  save: "Save these rules and points",
  back: "Leave it as it is",
  saved: "Saved. The next draft is made by these rules and points.",
  toBoard: "To the matching",
} as const;
