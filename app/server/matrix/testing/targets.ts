/** What the ids in a request name, for each kind and relation. */
import {
  AccountId,
  AskId,
  DraftId,
  LetterId,
  LogId,
  MatchId,
  ParticipantId,
  ProgrammeId,
  RelationshipId,
} from "../../../values/id.ts";
import type { About, Relation } from "../row.ts";
import type { Drafts, Fixture } from "./fixture.ts";
import type { Pair } from "./people.ts";

/** The ids that a request about something may need; each request takes those that its path has. */
export interface Target {
  readonly relation: Relation;
  readonly programmeId: ProgrammeId;
  readonly participantId: ParticipantId;
  /** Somebody of the same programme who was invited and has not come. */
  readonly invitedId: ParticipantId;
  readonly drafts: Drafts;
  readonly relationshipId: RelationshipId;
  readonly matchId: MatchId;
  readonly logId: LogId;
  readonly accountId: AccountId;
  readonly disclosureId: LetterId;
  /** A contact of the programme that the pair is of. */
  readonly contactId: AccountId;
  readonly importId: string;
  /** What somebody asked the programme. */
  readonly askId: AskId;
  /** An open invitation to manage the programme, and somebody who manages it. */
  readonly managerInvitationId: string;
  readonly managerId: AccountId;
  /** The token in a calendar's address. */
  readonly calendar: string;
  /** The pair that it is nearest to, for what stands in bodies. */
  readonly pair: Pair;
}

/** Something that is not there, looked for where `like` is. */
export function missingLike(fixture: Fixture, about: About, like: Target): Target {
  const missing = targetOf(fixture, about, "missing");
  return about === "programme" ? missing : { ...missing, programmeId: like.programmeId };
}

/** Finds what a relation names. Ids that are not there are new in each call. */
export function targetOf(fixture: Fixture, about: About, relation: Relation): Target {
  const { one, two, pairs, suggestions, drafts, invited } = fixture;
  const isAbroad = relation === "abroad";
  const pair = isAbroad
    ? pairs.abroad
    : relation === "neighbour"
      ? pairs.neighbour
      : relation === "ended"
        ? pairs.ended
        : pairs.own;
  const missing = relation === "missing";
  const none = () => fixture.server.app.chance.id();
  const away = isAbroad || relation === "crossed";
  // Something that is not there is looked for in a programme that is, unless it is the programme that is not there.
  const inTwo = isAbroad || (about === "import" && relation === "crossed");
  const programmeId =
    missing && about === "programme" ? ProgrammeId.parse(none()) : inTwo ? two.programmeId : one.programmeId;
  const person = away
    ? pairs.abroad.mentee.participantId
    : relation === "deleted"
      ? fixture.removed
      : pair.mentee.participantId;
  const suggestion = isAbroad
    ? suggestions.abroad
    : relation === "neighbour"
      ? suggestions.neighbour
      : relation === "ended"
        ? pairs.own.matchId
        : suggestions.own;
  return {
    relation,
    programmeId,
    participantId:
      relation === "self" ? fixture.managing.own.participantId : missing ? ParticipantId.parse(none()) : person,
    invitedId: missing
      ? ParticipantId.parse(none())
      : relation === "deleted"
        ? fixture.removed
        : away
          ? invited.abroad
          : invited.own,
    drafts: missing ? { open: DraftId.parse(none()), tried: DraftId.parse(none()) } : away ? drafts.abroad : drafts.own,
    relationshipId: missing ? RelationshipId.parse(none()) : pair.relationshipId,
    matchId: missing ? MatchId.parse(none()) : suggestion,
    logId: missing ? LogId.parse(none()) : relation === "private" ? pairs.own.mentee.ownLog : pair.roomId,
    accountId: missing
      ? AccountId.parse(none())
      : relation === "own"
        ? pairs.own.mentor.accountId
        : pair.mentee.accountId,
    disclosureId: missing
      ? LetterId.parse(none())
      : relation === "neighbour"
        ? fixture.disclosures.neighbour
        : isAbroad
          ? fixture.disclosures.abroad
          : fixture.disclosures.own,
    contactId: isAbroad ? fixture.contacts.abroad : fixture.contacts.own,
    askId: missing ? AskId.parse(none()) : away ? fixture.asks.abroad : fixture.asks.own,
    managerInvitationId: fixture.managing[isAbroad ? "abroad" : "own"].invitationId,
    managerId: fixture.managing[isAbroad ? "abroad" : "own"].accountId,
    calendar: missing ? fixture.server.app.chance.token() : fixture.calendars[isAbroad ? "abroad" : "own"],
    importId: missing ? none() : fixture.importId,
    pair,
  };
}
