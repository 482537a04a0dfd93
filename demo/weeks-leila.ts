/** Nine weeks of Leila and Ingrid: a first meeting, four sessions, promises kept, and a session tomorrow. */
import type { ItemId } from "../app/values/id.ts";
import type { Weeks } from "./calendar.ts";
import type { MovedClock } from "./moved-clock.ts";
import type { Side } from "./pair.ts";
import type { Person } from "./person.ts";
import type { Room } from "./room.ts";

/** One thing that happens, at its time; the weeks of several rooms are told in one order. */
export type Scene = readonly [at: number, happens: () => Promise<unknown>];

/** Shows three groups of the recovery code again, as the first Close asks. */
export async function confirmRecovery({ vault, recoveryCode }: Person): Promise<void> {
  const asked = await vault.recoveryGroupsToConfirm();
  const groups = recoveryCode.split("-");
  await vault.confirmRecoveryGroups((asked ?? []).map((group) => groups[group - 1] ?? ""));
}

/** Compares the twelve words, as two people do who read them out. */
async function compareWords({ pair: { room, mentee, mentor } }: Room): Promise<void> {
  for (const { vault } of [mentee, mentor]) {
    const words = await vault.matchingWords(room);
    if (typeof words !== "string") await vault.confirmWords(room, words.words);
  }
}

async function firstMeeting(room: Room, weeks: Weeks) {
  await room.talkLimitsThrough({ mentee: ["none"], mentor: ["people-manager"] });
  await room.agree("mentor", { part: "limits", content: { edition: "1", variant: "company", wording: "" } });
  const here = "Leading a small team for the first time. Saying what I think in meetings with people above me.";
  await room.agree(
    "mentor",
    { part: "scope", content: { here, notHere: "My pay. Who gets promoted in Logistics." } },
    { part: "scope", content: { here: "Leading a small team for the first time.", notHere: "My pay." } },
  );
  const way = "By video; in person when Ingrid is in Hamburg.";
  await room.agree("mentee", { part: "rhythm", content: { everyDays: 14, lengthMinutes: 60, way } });
  for (const person of [room.pair.mentee, room.pair.mentor]) await confirmRecovery(person);
  await room.sign();
  return room.meet({
    topic: "How I tell five people who were my colleagues that I now plan their shifts.",
    takeaways: {
      mentee: "I may say that it is new for me too.",
      mentor: "Leila knows more about her people than she gives herself credit for.",
    },
    promises: [
      ["mentee", "Talk with each of the five alone, twenty minutes", weeks.day(2, 4)],
      ["mentor", "Send Leila the questions I used for my own first talks", weeks.day(1, 4)],
    ],
    next: weeks.slot(3, 3, 14),
  });
}

async function secondSession(room: Room, weeks: Weeks) {
  await compareWords(room);
  const reply = { withinWorkingDays: 2, channel: "a message here", quietHours: "after six, and on Fridays" };
  await room.agree("mentor", { part: "reply", content: reply });
  return room.meet({
    topic: "Jonas did not say a word in our talk.",
    heard: "You took his silence for a no. You have not asked him.",
    takeaways: {
      mentee: "Silence is not an answer. I ask once more, and wait longer.",
      mentor: "I talked too much today. Next time: one question, then wait.",
    },
    promises: [
      ["mentee", "Ask Jonas what he would change about the shifts", weeks.day(4, 2)],
      ["mentee", "Write down what I hand over, and to whom", weeks.day(5, 1)],
    ],
    next: weeks.slot(5, 3, 14),
  });
}

async function thirdSession(room: Room, weeks: Weeks) {
  const text = "We write as soon as we know, and name another date. No reason needed.";
  await room.agree("mentee", { part: "cancel", content: { text } });
  await room.sign();
  return room.meet({
    topic: "I handed over the Friday plan, and it went wrong.",
    heard: "It went wrong once, and you wanted to take it back the same evening.",
    takeaways: {
      mentee: "A mistake in the plan is cheaper than me planning for ever.",
      mentor: "Ask what she would tell somebody else in her place.",
    },
    promises: [
      ["mentee", "Let Amal plan Fridays until the end of the month, without looking at it first", weeks.day(7, 1)],
    ],
    next: weeks.slot(7, 3, 14),
  });
}

async function fourthSession(room: Room, weeks: Weeks) {
  return room.meet({
    topic: "The half-year meeting: I have eight minutes.",
    heard: "You would like them to see the team, not you.",
    takeaways: {
      mentee: "Begin with what went wrong in May. Everybody knows it anyway.",
      mentor: "She does not need my slides. She needs somebody to listen to hers.",
    },
    promises: [
      ["mentee", "Eight minutes on one page, and say them aloud once", weeks.day(9, 6)],
      ["mentor", "Introduce Leila to Magnus, who ran this meeting for years", weeks.day(8, 4)],
    ],
    next: weeks.nextSlot(),
  });
}

/** Promises in the order in which they were made, and what is done about them. */
class Promises {
  readonly #room: Room;
  readonly #weeks: Weeks;
  readonly #made: ItemId[] = [];

  constructor(room: Room, weeks: Weeks) {
    this.#room = room;
    this.#weeks = weeks;
  }

  /** A session, whose promises are remembered. */
  meets(how: (room: Room, weeks: Weeks) => Promise<ReadonlyArray<ItemId>>) {
    return async () => void this.#made.push(...(await how(this.#room, this.#weeks)));
  }

  /** One of them is kept. */
  done(side: Side, at: number) {
    return async () => {
      const promise = this.#made[at];
      if (promise) await this.#room.keeps(side, promise);
    };
  }
}

function weeksToFive(room: Room, weeks: Weeks, promises: Promises): ReadonlyArray<Scene> {
  return [
    [
      weeks.at(0, 4, 11),
      () =>
        room.writes("mentor", "Hello Leila, I am glad. I am in Oslo until Tuesday; after that any lunchtime works."),
    ],
    [
      weeks.at(0, 4, 13.5),
      () =>
        room.writes("mentee", "Hello Ingrid! Thursday after lunch would be good. I am a little nervous, to be honest."),
    ],
    [
      weeks.at(1, 0, 9),
      () => room.findDate("mentor", [weeks.slot(1, 3, 14), weeks.slot(1, 4, 10)], "So am I. An hour, no preparation."),
    ],
    [weeks.at(1, 3, 14), promises.meets(firstMeeting)],
    [
      weeks.at(1, 4, 16),
      () =>
        room.writes(
          "mentor",
          "The questions, as promised. What goes well for you here? What would you stop doing? What should I know that nobody tells me?",
        ),
    ],
    [weeks.at(1, 4, 16.1), promises.done("mentor", 1)],
    [weeks.at(2, 4, 12), promises.done("mentee", 0)],
    [weeks.at(2, 4, 12.2), () => room.writes("mentee", "All five talks done. Four were easy.")],
    [weeks.at(3, 3, 14), promises.meets(secondSession)],
    [weeks.at(4, 2, 10), promises.done("mentee", 2)],
    [
      weeks.at(4, 2, 10.2),
      () =>
        room.writes(
          "mentee",
          "I asked Jonas and counted to ten in my head. At nine he said: the early shift, always the early shift. We changed it.",
        ),
    ],
    [weeks.at(4, 2, 17), () => room.writes("mentor", "Nine! I would have given up at five.")],
  ];
}

function weeksFromFive(room: Room, weeks: Weeks, promises: Promises, clock: MovedClock): ReadonlyArray<Scene> {
  return [
    [weeks.at(5, 1, 9), promises.done("mentee", 3)],
    [weeks.at(5, 3, 14), promises.meets(thirdSession)],
    [
      weeks.at(6, 4, 15),
      () =>
        room.writes(
          "mentee",
          "Second Friday with Amal's plan. I looked at it afterwards, as agreed. It was better than mine.",
        ),
    ],
    [weeks.at(7, 1, 12), promises.done("mentee", 4)],
    [weeks.at(7, 3, 14), promises.meets(fourthSession)],
    [weeks.at(8, 4, 10), promises.done("mentor", 6)],
    [
      weeks.at(8, 4, 10.1),
      () => room.writes("mentor", "Magnus knows. He says: call him any time, and leave the first slide away."),
    ],
    [weeks.ago(20), () => room.writes("mentee", "One page is written. I have not said it aloud yet.")],
    [
      weeks.ago(19),
      async () => {
        await room.notesPrivately("mentee", "Ask her whether I may practise the eight minutes with her.");
        await room.notesPrivately("mentor", "One question, then wait.");
        clock.goTo(weeks.ago(18));
        await room.asksFor("May I practise the eight minutes with you?");
      },
    ],
  ];
}

/** Everything in its order. */
export function weeksOfLeila(room: Room, weeks: Weeks, clock: MovedClock): ReadonlyArray<Scene> {
  const promises = new Promises(room, weeks);
  return [...weeksToFive(room, weeks, promises), ...weeksFromFive(room, weeks, promises, clock)];
}
