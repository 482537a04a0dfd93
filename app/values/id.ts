/**
 * Ids: uuid version 7 (RFC 9562), made by the client or the server, never by the database.
 * Each kind is a type of its own, so that two ids cannot swap.
 */
import * as z from "zod/mini";

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** One human being on this server, found by address; signs in, owns keys. `user16` in docs/protocol.md is its 16 bytes. */
export const AccountId = uuid.brand<"AccountId">();
/** One human being on this server. */
export type AccountId = z.infer<typeof AccountId>;

/** A mentoring programme (a cohort, or rolling). */
export const ProgrammeId = uuid.brand<"ProgrammeId">();
/** A mentoring programme (a cohort, or rolling). */
export type ProgrammeId = z.infer<typeof ProgrammeId>;

/** An account's place in one programme. */
export const ParticipantId = uuid.brand<"ParticipantId">();
/** An account's place in one programme. */
export type ParticipantId = z.infer<typeof ParticipantId>;

/** An invitation to a programme: one link, once. */
export const InvitationId = uuid.brand<"InvitationId">();
/** An invitation to a programme. */
export type InvitationId = z.infer<typeof InvitationId>;

/** A proposed match between two participants. */
export const MatchId = uuid.brand<"MatchId">();
/** A proposed match between two participants. */
export type MatchId = z.infer<typeof MatchId>;

/** One draft of a matching: what a programme manager looks at before anybody is asked. */
export const DraftId = uuid.brand<"DraftId">();
/** One draft of a matching. */
export type DraftId = z.infer<typeof DraftId>;

/** A sealed log: a room of two, or the log of one's own. */
export const LogId = uuid.brand<"LogId">();
/** A sealed log: a room of two, or the log of one's own. */
export type LogId = z.infer<typeof LogId>;

/** A living pair. The same uuid is the log id of its room: see `roomOf` and `pairOf`. */
export const RelationshipId = uuid.brand<"RelationshipId">();
/** A living pair. */
export type RelationshipId = z.infer<typeof RelationshipId>;

/** One sealed item, named by its author's device. */
export const ItemId = uuid.brand<"ItemId">();
/** One sealed item, named by its author's device. */
export type ItemId = z.infer<typeof ItemId>;

/** Two people meeting once; never a login. */
export const SessionId = uuid.brand<"SessionId">();
/** Two people meeting once; never a login. */
export type SessionId = z.infer<typeof SessionId>;

/** A device that holds a signing key of its own. */
export const DeviceId = uuid.brand<"DeviceId">();
/** A device that holds a signing key of its own. */
export type DeviceId = z.infer<typeof DeviceId>;

/** A record that somebody is signed in on some browser; never a meeting. */
export const SignInId = uuid.brand<"SignInId">();
/** A record that somebody is signed in on some browser. */
export type SignInId = z.infer<typeof SignInId>;

/** A passkey that may sign its owner in; where it opens rooms too, its unlock slot has the same id. */
export const PasskeyId = uuid.brand<"PasskeyId">();
/** A passkey that may sign its owner in. */
export type PasskeyId = z.infer<typeof PasskeyId>;

/** A link and a code on their way to somebody's mail. */
export const SignInRequestId = uuid.brand<"SignInRequestId">();
/** A link and a code on their way to somebody's mail. */
export type SignInRequestId = z.infer<typeof SignInRequestId>;

/** Whoever runs this server for its people; one a server. */
export const OrganisationId = uuid.brand<"OrganisationId">();
/** Whoever runs this server for its people. */
export type OrganisationId = z.infer<typeof OrganisationId>;

/** Something sealed from one person to another outside any log: what is shown to a contact, and the answer. */
export const LetterId = uuid.brand<"LetterId">();
/** Something sealed from one person to another outside any log. */
export type LetterId = z.infer<typeof LetterId>;

/** A piece of work that waits in the jobs table. */
export const JobId = uuid.brand<"JobId">();
/** A piece of work that waits in the jobs table. */
export type JobId = z.infer<typeof JobId>;

/** The log of a pair's room: one uuid under two names, since a pair has exactly one room. */
export function roomOf(relationship: RelationshipId): LogId {
  return relationship as string as LogId;
}

/** The pair whose room this log is. Meaningful for logs of kind room alone. */
export function pairOf(room: LogId): RelationshipId {
  return room as string as RelationshipId;
}

/**
 * Writes a uuid version 7.
 * `now` is milliseconds since 1970, `chance` at least 10 random bytes; both are parameters, since values have no clock and no dice.
 */
export function makeUuid(now: number, chance: Uint8Array): string {
  const time = Math.floor(now).toString(16).padStart(12, "0").slice(-12);
  const rest = Array.from(chance.subarray(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((Number.parseInt(rest.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}

/** The 16 bytes of a uuid, as docs/protocol.md writes them. */
export function uuidBytes(id: string): Uint8Array {
  const hex = id.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

/** The text of 16 bytes, in lower case with hyphens; the caller parses it with the kind it expects. */
export function uuidText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < 16; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += "-";
    text += hexPairs[bytes[at] ?? 0] ?? "";
  }
  return text;
}

// Each appended entry names three ids: a table of pairs is some times faster than formatting.
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** An invitation to manage a programme: one link, once. */
export const ManagerInvitationId = uuid.brand<"ManagerInvitationId">();
/** An invitation to manage a programme. */
export type ManagerInvitationId = z.infer<typeof ManagerInvitationId>;

/** One change that a manager made, as the log of changes has it. */
export const ChangeId = uuid.brand<"ChangeId">();
/** One change that a manager made. */
export type ChangeId = z.infer<typeof ChangeId>;

/** What somebody asked the managers of a programme. */
export const AskId = uuid.brand<"AskId">();
/** What somebody asked the managers of a programme. */
export type AskId = z.infer<typeof AskId>;
