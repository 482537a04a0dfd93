/** A few weeks of a pair, written in their order through the vaults of both: three sessions, an agreement, what each will do. */
import { DutiesNamed, LimitsTalked, PartAccepted, PartProposed } from "../../app/features/room/agreement/schema.ts";
import { CommitmentDone, CommitmentMade } from "../../app/features/room/commitments/schema.ts";
import { HeardAnswered, HeardSent, NoteWritten } from "../../app/features/room/notes/schema.ts";
import {
  FixedSlotChosen,
  SessionClosed,
  SessionOffered,
  SessionPlanned,
  SessionTakeaway,
  SessionTopic,
} from "../../app/features/room/sessions/schema.ts";
import { referTo } from "../../app/features/room/state/reference/rules.ts";
import { eventOf } from "../../app/features/room/state/schema.ts";
import { addDays, type Day, dayIn } from "../../app/values/day.ts";
import { SessionId } from "../../app/values/id.ts";
import { Instant, later, minute } from "../../app/values/instant.ts";
import { instantAt } from "../../app/values/zoned.ts";
import type { MovedClock } from "../../demo/moved-clock.ts";
import type { Pair } from "../../demo/pair.ts";
import { newId } from "../../demo/visitor.ts";

const zone = "Europe/Berlin";

/** The day so many days before today. */
function ago(days: number): Day {
  return addDays(dayIn(Instant.parse(Date.now()), zone), -days);
}

/** The last Tuesday that is at least two days ago, or one so many weeks before it. */
function tuesday(weeksBefore: number): Day {
  const days = [2, 3, 4, 5, 6, 7, 8].map(ago);
  const near = days.find((each) => new Date(`${each}T12:00:00Z`).getUTCDay() === 2) ?? ago(2);
  return addDays(near, -7 * weeksBefore);
}

/** An instant on a day, by the clock of Leila's town. */
function at(on: Day, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return instantAt(on, hours * 60 + minutes, zone).instant;
}

const way = { kind: "video", where: "https://meet.example/oak; by phone if that fails" } as const;

async function firstMeeting(pair: Pair, clock: MovedClock): Promise<void> {
  const on = tuesday(4);
  const sessionId = SessionId.parse(newId());
  const slot = { startsAt: at(on, "14:00"), lengthMinutes: 60, timeZone: zone };
  clock.goTo(at(addDays(on, -5), "09:12"));
  const note = "Hello Leila, I look forward to meeting you. Would one of these suit you?";
  await pair.write("mentor", eventOf(SessionOffered, { sessionId, slots: [slot], way, note }));
  clock.goTo(at(addDays(on, -5), "11:40"));
  await pair.write("mentee", eventOf(SessionPlanned, { sessionId, slot, way }));
  clock.goTo(at(on, "14:10"));
  for (const side of ["mentee", "mentor"] as const) {
    const duties = side === "mentor" ? (["people-manager"] as const) : (["none"] as const);
    await pair.write(side, eventOf(DutiesNamed, { duties: [...duties], other: "" }));
    await pair.write(side, eventOf(LimitsTalked, { on }));
  }
  const proposed = [
    { part: "limits", content: { edition: "1", variant: "company", wording: "" } },
    {
      part: "scope",
      content: {
        here: "Leading a team that knows more than I do, and saying hard things early.",
        notHere: "Ingrid doing my work, finding me a job, or speaking to my manager.",
      },
    },
    { part: "rhythm", content: { everyDays: 14, lengthMinutes: 60, way: "By video; by phone if that fails." } },
  ] as const;
  for (const wording of proposed) {
    await pair.write("mentee", eventOf(PartProposed, wording));
    const proposal = (await pair.view("mentor")).state.agreement.parts[wording.part]?.proposal;
    if (proposal) await pair.write("mentor", eventOf(PartAccepted, { proposal: referTo(proposal) }));
  }
  clock.goTo(at(on, "14:55"));
  await pair.write(
    "mentee",
    eventOf(SessionTakeaway, {
      sessionId,
      of: pair.mentee.account,
      text: "I may ask before I know what I want to ask.",
    }),
  );
  await pair.write("mentor", eventOf(SessionClosed, { sessionId, metOn: on }));
}

async function secondSession(pair: Pair, clock: MovedClock): Promise<void> {
  const on = tuesday(2);
  const sessionId = SessionId.parse(newId());
  const slot = { startsAt: at(on, "14:00"), lengthMinutes: 60, timeZone: zone };
  clock.goTo(at(addDays(on, -13), "10:05"));
  await pair.write("mentee", eventOf(SessionPlanned, { sessionId, slot, way }));
  await pair.write(
    "mentee",
    eventOf(FixedSlotChosen, {
      slot: { weekday: 1, minutes: 14 * 60, timeZone: zone, everyDays: 14, lengthMinutes: 60 },
    }),
  );
  clock.goTo(at(addDays(on, -2), "18:20"));
  await pair.write("mentee", eventOf(SessionTopic, { sessionId, text: "How to hear bad news before it is news" }));
  clock.goTo(at(on, "14:50"));
  const commitment = await pair.write(
    "mentee",
    eventOf(CommitmentMade, {
      owner: pair.mentee.account,
      text: "Open the next retrospective, and let Daniel lead it",
      due: addDays(on, 9),
      sessionId,
    }),
  );
  await pair.write(
    "mentor",
    eventOf(SessionTakeaway, { sessionId, of: pair.mentor.account, text: "Leila hears more than she says she hears." }),
  );
  await pair.write("mentee", eventOf(SessionClosed, { sessionId, metOn: on }));
  clock.goTo(at(addDays(on, 9), "17:31"));
  await pair.write("mentee", eventOf(CommitmentDone, { commitment }));
}

async function thirdSession(pair: Pair, clock: MovedClock): Promise<void> {
  const on = tuesday(0);
  const sessionId = SessionId.parse(newId());
  const slot = { startsAt: at(on, "14:00"), lengthMinutes: 60, timeZone: zone };
  clock.goTo(at(addDays(on, -13), "08:40"));
  await pair.write("mentor", eventOf(SessionPlanned, { sessionId, slot, way }));
  clock.goTo(at(on, "14:10"));
  await pair.write(
    "mentee",
    eventOf(NoteWritten, {
      sessionId,
      text: "I said yes to leading the migration because nobody else would. Two weeks in, I think people hear a manager when I talk, and I am not one.",
    }),
  );
  clock.goTo(at(on, "14:18"));
  await pair.write(
    "mentor",
    eventOf(HeardSent, {
      sessionId,
      text: "You want to lead by knowing the work, and the title in between makes people careful with you. The hard part is that you miss being one of them.",
    }),
  );
  clock.goTo(at(on, "14:19"));
  const heard = (await pair.view("mentee")).state.notes.heard.at(-1);
  if (heard) await pair.write("mentee", eventOf(HeardAnswered, { heard: referTo(heard), answer: "yes" }));
  clock.goTo(at(on, "14:24"));
  await pair.write(
    "mentor",
    eventOf(NoteWritten, {
      sessionId,
      text: "My first team stopped telling me bad news within a month. I thought I was being calm. They thought I had already decided. What I would do sooner: say aloud what I do not know yet.",
    }),
  );
  clock.goTo(at(on, "14:51"));
  await pair.write(
    "mentee",
    eventOf(SessionTakeaway, {
      sessionId,
      of: pair.mentee.account,
      text: "Ask the question I am afraid of in the first five minutes, not in the corridor.",
    }),
  );
  await pair.write(
    "mentee",
    eventOf(CommitmentMade, {
      owner: pair.mentee.account,
      text: "Ask Daniel what he would not say in the meeting",
      due: addDays(ago(0), 3),
      sessionId,
    }),
  );
  await pair.write(
    "mentor",
    eventOf(CommitmentMade, {
      owner: pair.mentor.account,
      text: "Send the page I used for my first hundred days",
      due: addDays(ago(0), 5),
      sessionId,
    }),
  );
  await pair.write("mentor", eventOf(SessionClosed, { sessionId, metOn: on }));
}

/** What the weeks leave behind. */
export interface Weeks {
  /** The session that is next. */
  readonly next: SessionId;
  readonly nextAt: Instant;
}

/** Writes three sessions and the days between; the next session is so many minutes away. */
export async function aFewWeeks(pair: Pair, clock: MovedClock, nextInMinutes: number): Promise<Weeks> {
  await firstMeeting(pair, clock);
  await secondSession(pair, clock);
  await thirdSession(pair, clock);
  clock.goTo(at(ago(1), "09:02"));
  await pair.write(
    "mentor",
    eventOf(NoteWritten, {
      text: "You asked it, and in the first five minutes. I wanted you to have that in writing.",
    }),
  );
  clock.letGo();
  const next = SessionId.parse(newId());
  const soon = later(Instant.parse(Date.now()), nextInMinutes * minute);
  const nextAt = Instant.parse(soon - (soon % (5 * minute)));
  const slot = { startsAt: nextAt, lengthMinutes: 60, timeZone: zone };
  await pair.write("mentee", eventOf(SessionPlanned, { sessionId: next, slot, way }));
  await pair.write("mentee", eventOf(SessionTopic, { sessionId: next, text: "A team that has stopped disagreeing" }));
  return { next, nextAt };
}
