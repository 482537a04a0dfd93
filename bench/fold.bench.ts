/** Two years of a room, folded as a device does that opens it again. */
import { emptyRoom, foldEvent, parseEvent, roomParts } from "../app/features/room/state/fold.ts";
import type { Opened, States } from "../app/features/room/state/rules.ts";
import { anAccount, happened } from "../app/features/room/state/testing.ts";
import { type Figure, median } from "./figure.ts";
import { everythingOf, type Step, twoYears } from "./two-years.ts";

const rounds = 5;

/** An event as the vault hands it to the fold: parsed by its own declaration. Throws where it does not fit. */
function opened({ by, id, event }: Step): Opened {
  const parsed = parseEvent(roomParts, event.type, event.version, event.payload);
  if (typeof parsed === "string") throw new Error(`${event.type} is ${parsed}`);
  const made = happened(by, event.type, parsed.payload);
  return { ...made, id, hash: made.hash.padEnd(64, "0") };
}

function allEvents(): ReadonlyArray<Opened> {
  const script = everythingOf({ leila: anAccount("Leila"), ingrid: anAccount("Ingrid") });
  const events: Opened[] = [];
  for (let next = script.next(); !next.done;) {
    const event = opened(next.value);
    events.push(event);
    next = script.next({ id: event.id, hash: event.hash });
  }
  return events;
}

/** Folds the room five times from nothing. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const events = allEvents();
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
      figure: `two years of a room (${events.length} events, ${twoYears.sessions} sessions): fold`,
      target: "100 ms",
      measured: `${ms.toFixed(1)} ms`,
    },
  ];
}
