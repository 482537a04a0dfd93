/** What a request of the matrix is made from, and the requests that many operations share. */
import type { Who } from "../row.ts";
import type { Fixture } from "./fixture.ts";
import type { Person } from "./people.ts";
import type { Target } from "./targets.ts";

/** The parts of one request. */
export interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | Uint8Array;
  /** For the one stream: read its head, not its end. */
  readonly streams?: true;
}

/** What a request is made from. */
export interface Asking {
  readonly fixture: Fixture;
  readonly target: Target;
  readonly who: Who;
}

/** Makes the request of one operation. */
export type Request = (asking: Asking) => Parts;

/** Asks for what needs neither a place nor words. */
export const nothing: Request = () => ({});
/** Asks about the programme at hand. */
export const programme: Request = ({ target: { programmeId } }) => ({ params: { programmeId } });
/** Asks about one who takes part. */
export const person: Request = ({ target: { programmeId, participantId } }) => ({
  params: { programmeId, participantId },
});
/** Asks about a message to the programme. */
export const ask: Request = ({ target: { programmeId, askId } }) => ({ params: { programmeId, askId } });
/** Asks about the pair at hand. */
export const pair: Request = ({ target: { relationshipId } }) => ({ params: { relationshipId } });
/** Asks about what was shown to a contact. */
export const disclosure: Request = ({ target: { disclosureId } }) => ({ params: { disclosureId } });
/** Asks about the log at hand. */
export const log: Request = ({ target: { logId } }) => ({ params: { logId } });
/** An id that nothing has yet. */
export const newId = (asking: Asking) => asking.fixture.server.app.chance.id();
/** Bytes that are no message. */
export const junk = new Uint8Array([1, 2, 3]);
/** A mailbox that nobody opened. */
export const mailbox = "AAAAAAAAAAAAAAAAAAAAAA";

/** Who writes where, so that what is appended is well-formed for whoever may append it. */
export function authorOf({ fixture, who }: Asking): Person {
  const { own, neighbour, ended, abroad } = fixture.pairs;
  const authors: Partial<Record<Who, Person>> = {
    mentor: own.mentor,
    otherPair: neighbour.mentee,
    endedPair: ended.mentee,
    otherMentee: abroad.mentee,
  };
  return authors[who] ?? own.mentee;
}
