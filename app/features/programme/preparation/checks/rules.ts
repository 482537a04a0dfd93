/** What a look at oneself comes to. Worked out where it is answered; no part of it is sent or kept (P20, P100). */

/** One answer, from the left of the scale; `undefined` where somebody left a sentence out. */
export type Answer = number | undefined;

/** What the answers come to: which of three reflections fits, and the sentences that have a next step. */
export interface Reflection {
  /** 0 to 2, in the order of the guidance; left out where too little was answered. */
  readonly words?: 0 | 1 | 2;
  /** Places of the sentences that stand out, from 0. */
  readonly steps: ReadonlyArray<number>;
}

/** Choices of the motives check, not at all to fully. */
export const motiveChoices = 5;
/** Choices of the readiness check: not yet, partly, yes. */
export const readinessChoices = 3;

function mean(answers: ReadonlyArray<Answer>): number | undefined {
  const given = answers.filter((answer) => answer !== undefined);
  return given.length === 0 ? undefined : given.reduce((sum, answer) => sum + answer, 0) / given.length;
}

/** The motives: three sentences on giving, then three on getting, each from 0 to 4. */
export function reflectMotives(answers: ReadonlyArray<Answer>): Reflection {
  const [giving, getting] = [mean(answers.slice(0, 3)), mean(answers.slice(3, 6))];
  const steps = answers.flatMap((answer, at) => {
    if (answer === undefined) return [];
    return (at < 3 ? answer <= 1 : answer >= 3) ? [at] : [];
  });
  if (giving === undefined || getting === undefined) return { steps };
  return { words: giving - getting >= 1 ? 0 : giving >= getting ? 1 : 2, steps };
}

/** Readiness: five sentences, each from 0 (not yet) to 2 (yes). */
export function reflectReadiness(answers: ReadonlyArray<Answer>): Reflection {
  const steps = answers.flatMap((answer, at) => (answer === 0 || answer === 1 ? [at] : []));
  if (answers.length === 0 || answers.includes(undefined)) return { steps };
  const sum = answers.reduce<number>((all, answer) => all + (answer ?? 0), 0);
  return { words: sum >= 8 ? 0 : sum >= 4 ? 1 : 2, steps };
}
