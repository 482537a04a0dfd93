/** Drafts of a matching: what the board of a manager shows, and what a manager may do with it. Nobody has been asked yet. */
import * as z from "zod/mini";
import { DraftId, ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";
import { AskedPair } from "../proposals/schema.ts";
import { Reason } from "../reasons/schema.ts";

const Pair = z.object({ mentee: ParticipantId, mentor: ParticipantId });
const Points = z.int();
const Levels = z.object({ placed: z.int(), further: z.int(), mutualKept: z.int(), belowLine: z.int(), points: Points });

/** The rules whose breach a manager may be told. */
const ToldRule = z.enum([
  "oneself",
  "not-available",
  "no-place-offered",
  "reporting-line",
  "takes-part-in-decisions",
  "no-common-language",
  "same-team",
  "too-few-common-hours",
  "forbidden",
]);
/** A rule whose breach a manager may be told. */
export type ToldRule = z.infer<typeof ToldRule>;

/** How many more mentors there would be for somebody without one rule. */
const WithoutRule = z.object({ rule: ToldRule, mentors: z.int() });

/** Why somebody waits. */
export const WaitingCause = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("nobody-eligible"), without: z.array(WithoutRule) }),
  z.object({
    kind: z.literal("places-short"),
    /** Its place in the draft's list. */
    shortage: z.int(),
    without: z.array(WithoutRule),
  }),
  z.object({ kind: z.literal("others-were-chosen"), without: z.array(WithoutRule) }),
]);
/** Why somebody waits. */
export type WaitingCause = z.infer<typeof WaitingCause>;

/** A shortage as the board tells it: how many people share the places of how many mentors, and the first few of those. */
const BoardShortage = z.object({
  people: z.int(),
  places: z.int(),
  mentors: z.int(),
  firstMentors: z.array(ParticipantId),
});
/** A shortage as the board tells it. */
export type BoardShortage = z.infer<typeof BoardShortage>;

/**
 * A draft as it is kept. For the server alone: points, prices and exceptions could tell who wished for whom or declined;
 * the board gets `BoardDraft`.
 */
export const DraftContent = z.object({
  ruled: z.object({ pinned: z.array(Pair), forbidden: z.array(Pair) }),
  letGo: z.array(Pair),
  matching: z.object({
    pairs: z.array(z.object({ ...Pair.shape, points: Points })),
    waiting: z.array(ParticipantId),
    levels: Levels,
    exceptions: z.array(Pair),
    certificate: z.object({
      policy: z.enum(["agreed", "choice"]),
      input: z.string(),
      answer: z.string(),
      weights: z.object({
        placed: z.number(),
        further: z.number(),
        mutual: z.number(),
        line: z.number(),
        points: z.number(),
        waited: z.number(),
      }),
      prices: z.array(z.object({ mentor: ParticipantId, levels: z.number(), points: z.number() })),
    }),
  }),
  pairsChecked: z.int(),
  tookMs: z.int(),
  reasons: z.array(z.object({ ...Pair.shape, reasons: z.array(Reason) })),
  shortages: z.array(z.object({ mentees: z.array(ParticipantId), mentors: z.array(ParticipantId), places: z.int() })),
  causes: z.array(z.object({ mentee: ParticipantId, cause: WaitingCause })),
  morePlaces: z.array(z.object({ mentor: ParticipantId, brings: Levels })),
});
/** A draft as it is kept. */
export type DraftContent = z.infer<typeof DraftContent>;

/** Somebody on the board. */
export const BoardPerson = z.object({
  id: ParticipantId,
  name: z.string(),
  /** The name by which they want to be called. */
  called: z.string(),
  team: z.string(),
  site: z.string(),
});
/** Somebody on the board. */
export type BoardPerson = z.infer<typeof BoardPerson>;

/** A mentor with places: `taken` by living pairs and open suggestions. */
export const BoardMentor = z.object({ ...BoardPerson.shape, places: z.int(), taken: z.int() });
/** A mentor with places. */
export type BoardMentor = z.infer<typeof BoardMentor>;

/** A mentor who has more mentees than they offer places: living pairs, open suggestions and existing pairs count. */
const FullMentor = z.object({ mentor: ParticipantId, places: z.int(), mentees: z.int() });

/** The draft on the board. */
export const BoardDraft = z.object({
  draftId: DraftId,
  number: z.int(),
  madeAt: Instant,
  pairs: z.array(z.object({ ...Pair.shape, reasons: z.array(Reason), pinned: z.boolean() })),
  waiting: z.array(z.object({ mentee: ParticipantId, cause: WaitingCause })),
  shortages: z.array(BoardShortage),
  keptApart: z.array(Pair),
  /** Pairs that were pinned and cannot stand any more. */
  letGo: z.array(Pair),
  /** Whom to ask for one more place, the most helpful first; `people` more would have a mentor. */
  morePlaces: z.array(z.object({ mentor: ParticipantId, people: z.int() })),
  /** Null for a manager who takes part: it counts the pairs that are possible for them too. */
  pairsChecked: z.nullable(z.int()),
  tookMs: z.int(),
  /** People who look for a mentor now and are not in this draft, and people in it who do not look any more. */
  newcomers: z.int(),
  gone: z.int(),
  /** True where the programme's criteria were changed after this draft was made. */
  criteriaChanged: z.boolean(),
});
/** The draft on the board. */
export type BoardDraft = z.infer<typeof BoardDraft>;

const inProgramme = z.strictObject({ programmeId: ProgrammeId });
const oneDraft = z.strictObject({ programmeId: ProgrammeId, draftId: DraftId });

/** The board: everyone who can be matched, the open draft, and the suggestions of the last rounds. */
export const ReadBoard = operation({
  id: "readMatchingBoard",
  method: "GET",
  path: "/programmes/:programmeId/matching",
  summary: "The matching board of a programme",
  params: inProgramme,
  answer: z.object({
    programmeName: z.string(),
    /** True once the programme has ended: then nobody is put together any more. */
    hasFinished: z.boolean(),
    /** For how many days suggestions are open that are made now. */
    suggestionDays: z.int(),
    /** How many take part and look for a mentor now, and how many places are free for them. */
    looking: z.int(),
    freePlaces: z.int(),
    /** Everyone who looks for a mentor, and everyone in the draft. */
    mentees: z.array(BoardPerson),
    /** Everyone who takes part as a mentor, and everyone in the draft. */
    mentors: z.array(BoardMentor),
    /** Mentors with more mentees than places. */
    full: z.array(FullMentor),
    /** People on the list who have not joined yet. */
    notJoined: z.int(),
    /** How many pairs of people named each other, down to the last full five; null for fewer than five. Never who. */
    namedEachOther: z.nullable(z.int()),
    draft: z.nullable(BoardDraft),
    /** True for a manager who takes part: what is about their own place is left out, and no sum counts it. */
    leavesOutOwn: z.boolean(),
    asked: z.array(AskedPair),
  }),
});
/** The board. */
export type Board = z.infer<typeof ReadBoard.answer>;

/** One thing that a manager changes by hand. */
export const HandChange = z.strictObject({
  act: z.enum(["pin", "unpin", "keep-apart", "allow"]),
  mentee: ParticipantId,
  mentor: ParticipantId,
});
/** One thing that a manager changes by hand. */
export type HandChange = z.infer<typeof HandChange>;

/** What a new draft would change in the open one; `from` or `to` is null for waiting. */
export const DraftChanges = z.object({
  moves: z.array(z.object({ mentee: ParticipantId, from: z.nullable(ParticipantId), to: z.nullable(ParticipantId) })),
  before: z.object({ placed: z.int(), points: Points }),
  after: z.object({ placed: z.int(), points: Points }),
});
/** What a new draft would change in the open one. */
export type DraftChanges = z.infer<typeof DraftChanges>;

/**
 * Makes a draft out of everyone who takes part now; pins, and people kept apart, stay. The first one is open at once. Later ones are
 * tried: they change nothing until they are accepted. `insteadOf` is the draft that was open when the manager asked. The id is the
 * client's: the same again answers alike.
 */
export const MakeDraft = operation({
  id: "makeMatchDraft",
  method: "POST",
  path: "/programmes/:programmeId/matching/drafts",
  summary: "Make a draft of a matching, or try a change of the open one",
  params: inProgramme,
  body: z.strictObject({ draftId: DraftId, insteadOf: z.nullable(DraftId), change: z.optional(HandChange) }),
  answer: z.object({ state: z.enum(["tried", "open"]), changes: z.nullable(DraftChanges) }),
  refusals: [
    "changed-meanwhile",
    "nobody-looks",
    "mentee-has-somebody",
    "places-taken",
    "not-here",
    "turned-round",
    "own-place",
    "contact-left",
    "finished",
    ...ToldRule.options,
  ],
});

/** Opens a tried draft, or an earlier one again, in place of the open one. */
export const AcceptDraft = operation({
  id: "acceptMatchDraft",
  method: "POST",
  path: "/programmes/:programmeId/matching/drafts/:draftId/accept",
  summary: "Put a tried draft on the board",
  params: oneDraft,
  body: z.strictObject({ insteadOf: DraftId }),
  refusals: ["changed-meanwhile"],
});

/** Asks everyone in the open draft. Only once: the same again answers alike. Where people have changed since, it asks nobody. */
export const SendDraft = operation({
  id: "sendMatchDraft",
  method: "POST",
  path: "/programmes/:programmeId/matching/drafts/:draftId/send",
  summary: "Suggest the pairs of a draft to their people",
  params: oneDraft,
  answer: z.object({ pairs: z.int(), people: z.int(), closesAt: Instant }),
  refusals: ["changed-meanwhile", "people-changed", "nobody-to-ask", "contact-left", "draft", "finished"],
});

/** Why a mentor cannot be chosen for somebody. */
const Refusal = z.enum(["mentee-has-somebody", "places-taken", "not-here", "turned-round", ...ToldRule.options]);

/** Every mentor for one mentee, those whom the rules allow first. */
export const ReadChoices = operation({
  id: "readMentorChoices",
  method: "GET",
  path: "/programmes/:programmeId/matching/choices/:participantId",
  summary: "The mentors whom the rules allow for somebody, and why not the others",
  params: z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId }),
  answer: z.object({
    choices: z.array(z.object({ mentor: ParticipantId, refused: z.nullable(Refusal), reasons: z.array(Reason) })),
  }),
});
/** A mentor as a choice for somebody. */
export type MentorChoice = z.infer<typeof ReadChoices.answer>["choices"][number];
