/** Two years of a room: 100 sessions with what two people write around them, 10,000 items in all, 2 MB of notes among them. */
import { CommitmentDone, CommitmentMade } from "../app/features/room/commitments/schema.ts";
import { HeardAnswered, HeardSent, NoteWritten } from "../app/features/room/notes/schema.ts";
import { QuestionAnswered, QuestionAsked } from "../app/features/room/questions/schema.ts";
import {
  SessionClosed,
  SessionOffered,
  SessionPlanned,
  SessionStepped,
  SessionTakeaway,
  SessionTopic,
} from "../app/features/room/sessions/schema.ts";
import type { Reference } from "../app/features/room/state/reference/rules.ts";
import { eventOf, type NewEvent } from "../app/features/room/state/schema.ts";
import { addDays, type Day, dayIn } from "../app/values/day.ts";
import { type AccountId, ItemId, SessionId } from "../app/values/id.ts";
import { hour, Instant, later } from "../app/values/instant.ts";
import { freshUuid } from "../app/vault/testing/people.ts";

/** How many sessions there are, and how many items in all. */
export const twoYears = { sessions: 100, items: 10_000 } as const;

/** When the first item was written. */
export const begun = Instant.parse(Date.parse("2024-11-04T13:00:00Z"));

/** The two of the room: a mentee and a mentor. */
export interface Two {
  readonly leila: AccountId;
  readonly ingrid: AccountId;
}

/** Something to be written. Whoever writes it answers with its reference, to which what comes later may lead. */
export interface Step {
  readonly by: AccountId;
  readonly id: ItemId;
  readonly event: NewEvent;
}

/** What is to be written into a room, in its order. */
export type Script = Generator<Step, void, Reference>;

const words =
  "the a we plan talk about next week and then review what you learned from budget spring walk coffee letter garden meeting mentor question answer honest feedback quiet river stone harbour lantern".split(
    " ",
  );

/** A made-up sentence of 12 to 61 words; the same for the same number. */
function sentence(at: number): string {
  const length = 12 + ((at * 7) % 50);
  return Array.from({ length }, (_, word) => words[(at * 31 + word * 17 + ((at * word) % 13)) % words.length]).join(
    " ",
  );
}

function step(by: AccountId, event: NewEvent): Step {
  return { by, id: ItemId.parse(freshUuid()), event };
}

function note({ leila, ingrid }: Two, at: number): Step {
  return step((at >> 2) % 2 === 0 ? leila : ingrid, eventOf(NoteWritten, { text: sentence(at) }));
}

/** Notes alone. */
export function* notes(two: Two, count: number): Script {
  for (let at = 0; at < count; at += 1) yield note(two, at);
}

const stepsOfASession = 13;

function* aSession({ leila, ingrid }: Two, nth: number): Script {
  const sessionId = SessionId.parse(freshUuid());
  const slot = { startsAt: later(begun, nth * 168 * hour), lengthMinutes: 60, timeZone: "Europe/Berlin" };
  const metOn: Day = addDays(dayIn(begun, "Europe/Berlin"), nth * 7);
  yield step(leila, eventOf(SessionOffered, { sessionId, slots: [slot], note: "" }));
  yield step(ingrid, eventOf(SessionPlanned, { sessionId, slot }));
  yield step(leila, eventOf(SessionTopic, { sessionId, text: "A team that has stopped disagreeing" }));
  yield step(leila, eventOf(SessionStepped, { sessionId, step: "talk" }));
  const heard = yield step(ingrid, eventOf(HeardSent, { text: "You want to say it early.", sessionId }));
  yield step(leila, eventOf(HeardAnswered, { heard, answer: "yes" }));
  const question = yield step(
    ingrid,
    eventOf(QuestionAsked, { text: "What would make this month easier?", sessionId }),
  );
  yield step(leila, eventOf(QuestionAnswered, { question, text: "Fewer meetings." }));
  const made = yield step(leila, eventOf(CommitmentMade, { owner: leila, text: `Ask Daniel, ${nth}`, sessionId }));
  yield step(leila, eventOf(CommitmentDone, { commitment: made.id }));
  yield step(leila, eventOf(SessionTakeaway, { sessionId, of: leila, text: "Silence is an answer, too." }));
  yield step(ingrid, eventOf(SessionTakeaway, { sessionId, of: ingrid, text: "Ask first." }));
  yield step(leila, eventOf(SessionClosed, { sessionId, metOn }));
}

/** The sessions, with notes between them. */
export function* everythingOf(two: Two): Script {
  const between = twoYears.items / twoYears.sessions - stepsOfASession;
  for (let nth = 0; nth < twoYears.sessions; nth += 1) {
    yield* aSession(two, nth);
    for (let at = 0; at < between; at += 1) yield note(two, nth * between + at);
  }
}
