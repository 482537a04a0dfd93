/** What a manager's board shows of a draft, and what of two drafts beside each other. Points, prices and exceptions stay behind. */
import type { Cohort } from "@oakroom/matching";
import type { ParticipantId } from "../../../../../values/id.ts";
import { cohortWithout } from "../own/rules.ts";
import { compareDrafts, lookingIn, placesTaken } from "../rules.ts";
import type { Board, BoardDraft, BoardMentor, BoardPerson, DraftChanges, DraftContent } from "../schema.ts";

/** Somebody as the board names them. */
export interface Named {
  /** As the programme has it. */
  readonly name: string;
  /** As they want to be called. */
  readonly called: string;
  readonly team: string;
  readonly site: string;
  /** How many mentees they take by their own word; `undefined` where they are no mentor, or take no part just now. */
  readonly offers: number | undefined;
  /** On the list, and not in the programme yet. */
  readonly notJoined: boolean;
}

/** The draft on the board, as it was kept. */
export interface OpenDraft {
  readonly id: BoardDraft["draftId"];
  readonly number: number;
  readonly madeAt: BoardDraft["madeAt"];
  readonly content: DraftContent;
}

/** How many mentors the board lists as worth asking for one more place. */
const morePlacesShown = 5;

/** How many mentors of a shortage are named. */
const shortageMentorsShown = 3;

/**
 * Everything on the board but the programme's own facts and the suggestions. No sum counts what is about `own`, the place of a manager
 * who takes part: they could work out their own pair from it.
 */
export function boardOf(
  whole: Cohort,
  people: ReadonlyMap<ParticipantId, Named>,
  open: OpenDraft | undefined,
  criteriaChangedAt: number | undefined,
  own?: ParticipantId,
): Omit<Board, "programmeName" | "hasFinished" | "suggestionDays" | "leavesOutOwn" | "asked" | "namedEachOther"> {
  const cohort = cohortWithout(whole, own);
  const looking = lookingIn(cohort);
  const taken = placesTaken(cohort.existing ?? []);
  const places = new Map(cohort.mentors.map(({ id, capacity }) => [id, capacity]));
  const held = (id: string) => taken.get(id) ?? 0;
  const offering = cohort.mentors.filter(({ available, capacity }) => available && capacity > 0);
  const shown = pairsNamed(open);
  const mentees = new Set([
    ...looking,
    ...shown.map(({ mentee }) => mentee),
    ...(open?.content.matching.waiting ?? []),
  ]);
  const mentors = new Set([...offering.map(({ id }) => id), ...shown.map(({ mentor }) => mentor)]);
  const named = [...people].map(([id, person]) => ({ id, person }));
  return {
    looking: looking.size,
    freePlaces: offering.reduce((sum, { id, capacity }) => sum + Math.max(0, capacity - held(id)), 0),
    mentees: named.filter(({ id }) => mentees.has(id)).map(({ id, person }) => boardPerson(id, person)),
    mentors: named
      .filter(({ id }) => mentors.has(id))
      .map(({ id, person }): BoardMentor => ({
        ...boardPerson(id, person),
        places: places.get(id) ?? 0,
        taken: held(id),
      })),
    notJoined: named.filter(({ person }) => person.notJoined).length,
    full: named.flatMap(({ id, person: { offers } }) =>
      id !== own && offers !== undefined && held(id) > offers
        ? [{ mentor: id, places: offers, mentees: held(id) }]
        : [],
    ),
    draft: open ? boardDraft(openWithout(open, whole, own), looking, criteriaChangedAt) : null,
  };
}

/** A draft whose shortages count others alone. */
function openWithout(open: OpenDraft, { mentors, existing = [] }: Cohort, own: ParticipantId | undefined): OpenDraft {
  const mine = mentors.find(({ id }) => id === own);
  if (own === undefined) return open;
  const free = mine ? Math.max(0, mine.capacity - (placesTaken(existing).get(own) ?? 0)) : 0;
  const isOther = (id: string) => id !== own;
  const shortages = open.content.shortages.map((shortage) => ({
    mentees: shortage.mentees.filter(isOther),
    mentors: shortage.mentors.filter(isOther),
    places: Math.max(0, shortage.places - (shortage.mentors.includes(own) ? free : 0)),
  }));
  const { matching } = open.content;
  const waiting = matching.waiting.filter(isOther);
  const pairs = matching.pairs.filter(({ mentee }) => isOther(mentee));
  return { ...open, content: { ...open.content, shortages, matching: { ...matching, pairs, waiting } } };
}

/** Every pair that the board names: in the draft, kept apart, or let go. */
function pairsNamed(open: OpenDraft | undefined): DraftContent["letGo"] {
  if (!open) return [];
  const { matching, ruled, letGo } = open.content;
  return [...matching.pairs, ...ruled.forbidden, ...letGo];
}

function boardPerson(id: ParticipantId, { name, called, team, site }: Named): BoardPerson {
  return { id, name, called, team, site };
}

function boardDraft(
  { id, number, madeAt, content }: OpenDraft,
  looking: ReadonlySet<string>,
  criteriaChangedAt: number | undefined,
): BoardDraft {
  const { ruled, matching } = content;
  const pinned = new Set(ruled.pinned.map(({ mentee }) => mentee));
  const inDraft = new Set<string>([...matching.pairs.map(({ mentee }) => mentee), ...matching.waiting]);
  return {
    draftId: id,
    number,
    madeAt,
    pairs: content.reasons.map((pair) => ({ ...pair, pinned: pinned.has(pair.mentee) })),
    waiting: content.causes,
    shortages: content.shortages.map(({ mentees, mentors, places }) => ({
      people: mentees.length,
      places,
      mentors: mentors.length,
      firstMentors: mentors.slice(0, shortageMentorsShown),
    })),
    keptApart: ruled.forbidden,
    letGo: content.letGo,
    morePlaces: content.morePlaces
      .slice(0, morePlacesShown)
      .map(({ mentor, brings }) => ({ mentor, people: Math.max(0, brings.placed) })),
    pairsChecked: content.pairsChecked,
    tookMs: content.tookMs,
    newcomers: [...looking].filter((mentee) => !inDraft.has(mentee)).length,
    gone: [...inDraft].filter((mentee) => !looking.has(mentee)).length,
    criteriaChanged: criteriaChangedAt !== undefined && criteriaChangedAt > madeAt,
  };
}

/** What one draft would change in another; nothing about `own`, the place of a manager who takes part, and no sum that counts it. */
export function changesOf(before: DraftContent, after: DraftContent, own?: ParticipantId): DraftChanges {
  const mentors = new Map<string, ParticipantId>(
    [...before.matching.pairs, ...after.matching.pairs].map(({ mentor }) => [mentor, mentor]),
  );
  const mentees = new Map<string, ParticipantId>(
    [...before.reasons, ...after.reasons].map(({ mentee }) => [mentee, mentee]),
  );
  const { moves } = compareDrafts(before.matching, after.matching);
  const mentorOf = (id: string | undefined) => (id === undefined ? null : (mentors.get(id) ?? null));
  return {
    moves: moves.flatMap(({ mentee, from, to }) => {
      const id = mentees.get(mentee);
      const isOwn = own !== undefined && [mentee, from, to].includes(own);
      return id && !isOwn ? [{ mentee: id, from: mentorOf(from), to: mentorOf(to) }] : [];
    }),
    before: sumsOf(before, own),
    after: sumsOf(after, own),
  };
}

function sumsOf({ matching: { levels, pairs } }: DraftContent, own: ParticipantId | undefined): DraftChanges["before"] {
  const left = own === undefined ? [] : pairs.filter(({ mentee, mentor }) => mentee === own || mentor === own);
  return {
    placed: levels.placed - new Set(left.map(({ mentee }) => mentee)).size,
    points: left.reduce((sum, { points }) => sum - points, levels.points),
  };
}
