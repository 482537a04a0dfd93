/** Every burst there is: for each operation that happens once, with the requests of the matrix or with what is arranged for it. */
import { once } from "../once.ts";
import type { ActingId } from "../operations.ts";
import { type Arrange, askOfMatrix, type Rule, ruleOf } from "./burst.ts";
import { ownBursts, ownContests } from "./bursts-own.ts";
import { programmeBursts, programmeContests } from "./bursts-programme.ts";
import { roomBursts, roomContests } from "./bursts-room.ts";

/** One burst, under the name of its operation; behind a colon stands which of its acts. */
export interface NamedBurst {
  readonly name: string;
  readonly rule: Rule;
  readonly arrange: Arrange;
}

type Arranged = Readonly<Record<string, Arrange>>;
const arranged: Arranged = { ...ownBursts, ...programmeBursts, ...roomBursts };
/** Fifty who bring something else each for the same place. */
const contests: Arranged = { ...ownContests, ...programmeContests, ...roomContests };

const isActing = (id: string): id is ActingId => Object.hasOwn(once, id);

/** Every operation that may change something. */
export const actingIds: ReadonlyArray<ActingId> = Object.keys(once).filter(isActing);

const ofMatrix =
  (id: ActingId): Arrange =>
  (bench) => {
    const ask = askOfMatrix(bench, id);
    if (!ask) throw new Error(`the matrix has no request for ${id} that gets through: arrange one`);
    return ask;
  };

const namesOf = (id: ActingId, some: Arranged) => Object.keys(some).filter((name) => name.split(":")[0] === id);

function burstsOf(id: ActingId): ReadonlyArray<NamedBurst> {
  const rule = ruleOf(once[id]);
  if (rule === undefined) return [];
  const names = namesOf(id, arranged);
  const own = names.map((name) => ({ name, rule, arrange: arranged[name] ?? ofMatrix(id) }));
  const others = namesOf(id, contests).map((name) => {
    const arrange = contests[name] ?? ofMatrix(id);
    return { name: name === id ? `${id}: each brings another` : name, rule: "first" as const, arrange };
  });
  return [...(own.length > 0 ? own : [{ name: id, rule, arrange: ofMatrix(id) }]), ...others];
}

/** All of them. */
export const bursts: ReadonlyArray<NamedBurst> = actingIds.flatMap(burstsOf);

/** The operations for which fifty bring something else each. */
export const contested: ReadonlyArray<string> = Object.keys(contests).filter((name) => !name.includes(":"));

/** What is arranged, for an operation that has no line. */
export const arrangedForNone: ReadonlyArray<string> = [arranged, contests].flatMap((some) =>
  Object.keys(some).filter((name) => !bursts.some((one) => one.name.split(":")[0] === name.split(":")[0])),
);
