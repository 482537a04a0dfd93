/** Suggestions: two people see each other's card with the reasons, and each says yes or not this one. */
import * as z from "zod/mini";
import { AccountId, MatchId, ParticipantId, ProgrammeId, RelationshipId } from "../../../../values/id.ts";
import { Instant } from "../../../../values/instant.ts";
import { operation } from "../../../../values/operation.ts";
import { Role, Roles } from "../../../../values/role.ts";
import { ProfileSeen } from "../../profile/schema.ts";
import { Reason } from "../reasons/schema.ts";

/** Somebody who is suggested to the caller. */
export const Suggestion = z.object({
  matchId: MatchId,
  programmeId: ProgrammeId,
  programmeName: z.string(),
  myRole: Role,
  /** The other person: what people to whom they are suggested may read, and nothing else. */
  other: z.object({ participantId: ParticipantId, accountId: AccountId, seen: ProfileSeen }),
  reasons: z.array(Reason),
  closesAt: Instant,
  /** The two were a pair before, as the programme says. */
  known: z.boolean(),
  /** The programme in which the two live in a room already; missing where they do not. That room stays as it is. */
  roomIn: z.optional(z.string()),
  /** Whether the caller has answered. What they said is told to nobody, not even here. */
  answered: z.boolean(),
});
/** Somebody who is suggested to the caller. */
export type Suggestion = z.infer<typeof Suggestion>;

/** A suggestion that closed: this pair did not come about, and nobody learns more. */
export const ClosedSuggestion = z.object({ matchId: MatchId, name: z.string(), closedAt: Instant });
/** A suggestion that closed. */
export type ClosedSuggestion = z.infer<typeof ClosedSuggestion>;

/** A programme in which the caller takes part and nobody is suggested to them just now. */
export const WaitingIn = z.object({
  programmeId: ProgrammeId,
  programmeName: z.string(),
  roles: Roles,
  /** "named": a file says whom they meet already, and both are asked once both take part. "ended": a pair of theirs here has ended. */
  since: z.enum(["joining", "named", "ended"]),
});
/** A programme in which nobody is suggested to the caller just now. */
export type WaitingIn = z.infer<typeof WaitingIn>;

/** The caller's suggestions: open ones, those that closed in the last weeks, and where the caller waits. */
export const ListSuggestions = operation({
  id: "listSuggestions",
  method: "GET",
  path: "/suggestions",
  summary: "The people who are suggested to the caller",
  answer: z.object({
    open: z.array(Suggestion),
    closed: z.array(ClosedSuggestion),
    waiting: z.array(WaitingIn),
  }),
});
/** The caller's suggestions. */
export type Suggestions = z.infer<typeof ListSuggestions.answer>;

/**
 * Says yes or not this one, once; the same again answers alike. The second yes opens the pair and its room; whoever gave it learns its
 * id, and so does whoever says yes again once it is there.
 */
export const AnswerSuggestion = operation({
  id: "answerSuggestion",
  method: "POST",
  path: "/suggestions/:matchId/answer",
  summary: "Say yes to a suggestion, or not this one",
  params: z.strictObject({ matchId: MatchId }),
  body: z.strictObject({ answer: z.enum(["yes", "no"]) }),
  answer: z.object({ relationshipId: z.nullable(RelationshipId) }),
  refusals: ["answered", "closed"],
});

/**
 * Says that something stands between these two, whatever it is: the suggestion closes now, the two are not suggested to each other again,
 * and everyone reads that this pair did not come about. It takes no reason.
 */
export const DeclareSuggestionConflict = operation({
  id: "declareSuggestionConflict",
  method: "POST",
  path: "/suggestions/:matchId/conflict",
  summary: "Close a suggestion for a conflict of interest, without a reason",
  params: z.strictObject({ matchId: MatchId }),
  refusals: ["closed"],
});

/** A suggestion as managers see it: that it is open, came about, or did not. Who answered what is shown to nobody. */
export const AskedPair = z.object({
  matchId: MatchId,
  mentee: z.object({ participantId: ParticipantId, name: z.string() }),
  mentor: z.object({ participantId: ParticipantId, name: z.string() }),
  state: z.enum(["asked", "came-about", "did-not-come-about"]),
  askedAt: Instant,
  closesAt: Instant,
});
/** A suggestion as managers see it. */
export type AskedPair = z.infer<typeof AskedPair>;
