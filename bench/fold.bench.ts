/** Two years of a room, folded: 100 sessions with what two people write around them, 10,000 events in all. */
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
import { emptyRoom, foldEvent, parseEvent, roomParts } from "../app/features/room/state/fold.ts";
import { referTo } from "../app/features/room/state/reference/rules.ts";
import type { Opened, States } from "../app/features/room/state/rules.ts";
import type { EventDeclaration } from "../app/features/room/state/schema.ts";
import { anAccount, happened } from "../app/features/room/state/testing.ts";
import { addDays, type Day, dayIn } from "../app/values/day.ts";
import { SessionId } from "../app/values/id.ts";
import { hour, Instant, later } from "../app/values/instant.ts";
import { freshUuid } from "../app/vault/testing/people.ts";
import { type Figure, median } from "./figure.ts";

const sessions = 100;
const all = 10_000;
const rounds = 5;
const [leila, ingrid] = [anAccount("Leila"), anAccount("Ingrid")];
const begun = Instant.parse(Date.parse("2024-11-04T13:00:00Z"));

/** An event as the vault hands it to the fold: parsed by its own declaration. Throws where it does not fit. */
function written<Payload>(
  by: typeof leila,
  { type, version }: EventDeclaration<`${string}.${string}`, Payload>,
  payload: Payload,
): Opened {
  const parsed = parseEvent(roomParts, type, version, payload);
  if (typeof parsed === "string") throw new Error(`${type} is ${parsed}`);
  const opened = happened(by, type, parsed.payload);
  return { ...opened, hash: opened.hash.padEnd(64, "0") };
}

function aSession(nth: number): ReadonlyArray<Opened> {
  const sessionId = SessionId.parse(freshUuid());
  const slot = { startsAt: later(begun, nth * 168 * hour), lengthMinutes: 60, timeZone: "Europe/Berlin" };
  const metOn: Day = addDays(dayIn(begun, "Europe/Berlin"), nth * 7);
  const heard = written(ingrid, HeardSent, { text: "You want to say it early.", sessionId });
  const made = written(leila, CommitmentMade, { owner: leila, text: `Ask Daniel, ${nth}`, sessionId });
  const asked = written(ingrid, QuestionAsked, { text: "What would make this month easier?", sessionId });
  return [
    written(leila, SessionOffered, { sessionId, slots: [slot], note: "" }),
    written(ingrid, SessionPlanned, { sessionId, slot }),
    written(leila, SessionTopic, { sessionId, text: "A team that has stopped disagreeing" }),
    written(leila, SessionStepped, { sessionId, step: "talk" }),
    heard,
    written(leila, HeardAnswered, { heard: referTo(heard), answer: "yes" }),
    asked,
    written(leila, QuestionAnswered, { question: referTo(asked), text: "Fewer meetings." }),
    made,
    written(leila, CommitmentDone, { commitment: made.id }),
    written(leila, SessionTakeaway, { sessionId, of: leila, text: "Silence is an answer, too." }),
    written(ingrid, SessionTakeaway, { sessionId, of: ingrid, text: "Ask first." }),
    written(leila, SessionClosed, { sessionId, metOn }),
  ];
}

/** The sessions, with notes between them until there are enough. */
function twoYears(): ReadonlyArray<Opened> {
  const events: Opened[] = [];
  const between = Math.floor(all / sessions);
  for (let nth = 0; nth < sessions; nth += 1) {
    events.push(...aSession(nth));
    while (events.length < (nth + 1) * between)
      events.push(
        written(events.length % 2 === 0 ? leila : ingrid, NoteWritten, { text: "Thank you for yesterday. ".repeat(8) }),
      );
  }
  return events;
}

/** Folds the room five times from nothing, as a device does that opens it again. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const events = twoYears();
  const took = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    let states: States = emptyRoom;
    for (const event of events) {
      const after = foldEvent(roomParts, states, event);
      if (after === "damaged") throw new Error(`${event.type} could not be folded`);
      states = after;
    }
    return performance.now() - start;
  });
  // The first round warms up.
  const ms = median(took.slice(1));
  return [
    {
      figure: `two years of a room (${events.length} events, ${sessions} sessions): fold`,
      target: "100 ms",
      measured: `${ms.toFixed(1)} ms`,
    },
  ];
}
