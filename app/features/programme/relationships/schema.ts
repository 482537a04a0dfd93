/** Living pairs: the open side of a room. Who is paired, in which state, until when; never what is written. */
import * as z from "zod/mini";
import { AccountId, LogId, ParticipantId, ProgrammeId, RelationshipId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { Day } from "../../../values/day.ts";
import { operation } from "../../../values/operation.ts";
import { Role } from "../../../values/role.ts";
import { Reason } from "../matching/reasons/schema.ts";

/** A living pair is live or paused; then it has ended. */
export const RelationshipState = z.enum(["live", "paused", "ended"]);
/** A living pair is live or paused; then it has ended. */
export type RelationshipState = z.infer<typeof RelationshipState>;

/** The other person of a pair, as their pair may see them. */
export const Partner = z.object({
  accountId: AccountId,
  participantId: ParticipantId,
  name: z.string(),
  role: Role,
  /** The mentor's sentence "Why I am here"; empty for mentees without one. */
  whyIAmHere: z.string(),
  timeZone: z.string(),
  /** Weekly windows such as "Mon-Thu 12:00-14:00", in the person's own zone. */
  availability: z.string(),
});
/** The other person of a pair. */
export type Partner = z.infer<typeof Partner>;

/** One of my relationships. The room's log has the same uuid as the relationship. */
export const Relationship = z.object({
  relationshipId: RelationshipId,
  roomId: LogId,
  programmeId: ProgrammeId,
  programmeName: z.string(),
  myRole: Role,
  partner: Partner,
  /** The hours and the zone that the caller gave, for finding dates. */
  myHours: z.object({ availability: z.string(), timeZone: z.string() }),
  state: RelationshipState,
  /** True where the pair is paused and the caller can take that back; whoever has not paused reads "paused", and nothing else. */
  mayGoOn: z.optional(z.boolean()),
  /** Somebody of the two has left the programme: until this day the room waits for a good ending, and takes nothing else. */
  leaving: z.optional(z.object({ until: Day, who: z.enum(["me", "other", "both"]) })),
  startedAt: Instant,
  endedOn: z.nullable(Day),
  /** The last day on which the server keeps the room of a pair that has ended; missing where it is kept for as long as there is a server. */
  keptUntil: z.optional(z.nullable(Day)),
  firstMeetingHeld: z.boolean(),
  /** Why these two; sentences are made by matching/reasons/text.ts. */
  reasons: z.array(Reason),
  /** True where both wished for each other before they were a pair; only the two read it. */
  namedEachOther: z.optional(z.boolean()),
  /** The programme's wording of the confidentiality exceptions (guidance conf.workplace), and whom to ask. */
  confidentialityVariant: z.string(),
  /** What the programme added in its own words; may be empty, may have several lines. */
  confidentialityWording: z.string(),
  contacts: z.array(z.object({ name: z.string(), email: z.string() })),
  /** Open facts of the pair's cadence; see programme/cadence. */
  rhythmDays: z.nullable(z.int()),
  agreementAgreed: z.boolean(),
  nextSession: z.nullable(z.object({ startsAt: Instant, lengthMinutes: z.int(), timeZone: z.string() })),
});
/** One of my relationships. */
export type Relationship = z.infer<typeof Relationship>;

const params = z.strictObject({ relationshipId: RelationshipId });

/** All relationships of the caller, ended ones included, newest first. */
export const ListRelationships = operation({
  id: "listRelationships",
  method: "GET",
  path: "/relationships",
  summary: "The caller's relationships",
  answer: z.object({ relationships: z.array(Relationship) }),
});

/** Pauses at once; either of the two, without reason. The other sees only "paused". */
export const PauseRelationship = operation({
  id: "pauseRelationship",
  method: "POST",
  path: "/relationships/:relationshipId/pause",
  summary: "Pause a relationship",
  params,
  refusals: ["ended"],
});

/** Takes back one's own pause; the pair goes on once neither of the two holds one. */
export const ResumeRelationship = operation({
  id: "resumeRelationship",
  method: "POST",
  path: "/relationships/:relationshipId/resume",
  summary: "Take back one's own pause",
  params,
  refusals: ["ended"],
});

/** Ends at once; either of the two, without fault, reason or wait. The other hears the neutral sentence, the programme the date. */
export const EndRelationship = operation({
  id: "endRelationship",
  method: "POST",
  path: "/relationships/:relationshipId/end",
  summary: "End a relationship",
  params,
});

/** Sends the other person one neutral mail that a room waits for them; once in two days, and never in a pause. */
export const RemindPartner = operation({
  id: "remindPartner",
  method: "POST",
  path: "/relationships/:relationshipId/remind",
  summary: "Remind the other person once that the room is open",
  params,
  refusals: ["ended", "paused", "reminded-lately"],
});

/** A pair as managers see it: nothing but this. */
export const PairForManager = z.object({
  relationshipId: RelationshipId,
  mentee: z.object({ participantId: ParticipantId, name: z.string() }),
  mentor: z.object({ participantId: ParticipantId, name: z.string() }),
  state: RelationshipState,
  endedOn: z.nullable(Day),
  /** Where one of the two, or both, left the programme: who, and the day on which the pair ends. */
  leaving: z.nullable(z.object({ until: Day, names: z.array(z.string()) })),
  firstMeetingHeld: z.boolean(),
  /** Yes or no, and nothing about why or since when (P103). */
  mayLikeAWord: z.boolean(),
});
/** A pair as managers see it. */
export type PairForManager = z.infer<typeof PairForManager>;

/** The pairs of a programme, for its managers. */
export const ListPairs = operation({
  id: "listPairs",
  method: "GET",
  path: "/programmes/:programmeId/pairs",
  summary: "The pairs of a programme: state, end date, first meeting held, may like a word",
  params: z.strictObject({ programmeId: ProgrammeId }),
  answer: z.object({ pairs: z.array(PairForManager) }),
});
