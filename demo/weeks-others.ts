/** The other rooms: Tomás and Ingrid over some weeks, and shorter ones that have only begun. */
import type { Weeks } from "./calendar.ts";
import type { Room } from "./room.ts";
import { confirmRecovery, type Scene } from "./weeks-leila.ts";

async function firstMeeting(room: Room, weeks: Weeks) {
  await room.talkLimitsThrough({ mentee: ["none"], mentor: ["people-manager"] });
  await room.agree("mentor", { part: "limits", content: { edition: "1", variant: "company", wording: "" } });
  const here = "Speaking in large meetings. What a lead in Data does all day.";
  await room.agree("mentor", { part: "scope", content: { here, notHere: "My thesis." } });
  await room.agree("mentee", {
    part: "rhythm",
    content: { everyDays: 21, lengthMinutes: 45, way: "By phone, each on a walk." },
  });
  await confirmRecovery(room.pair.mentee);
  await room.sign();
  await room.meet({
    topic: "In meetings of more than ten people I say nothing.",
    takeaways: {
      mentee: "Ask a question in the first ten minutes.",
      mentor: "He prepares for answers, not for questions.",
    },
    promises: [["mentee", "One question in each department meeting", weeks.day(4, 4)]],
    next: weeks.slot(5, 1, 12),
  });
}

/** Tomás and Ingrid. */
export function weeksOfTomas(room: Room, weeks: Weeks): ReadonlyArray<Scene> {
  return [
    [
      weeks.at(0, 4, 15),
      () =>
        room.writes("mentee", "Hi Ingrid, thank you for saying yes. I would walk while we talk, if that is all right."),
    ],
    [weeks.at(1, 1, 9), () => room.findDate("mentor", [weeks.slot(2, 1, 12)], "Walking is more than all right.")],
    [weeks.at(2, 1, 12), () => firstMeeting(room, weeks)],
    [
      weeks.at(4, 2, 18),
      () => room.writes("mentee", "Asked my first question. My voice was somewhere else, but people answered."),
    ],
    [
      weeks.at(5, 1, 12),
      () =>
        room.meet({
          topic: "Questions work. Now they want me to present.",
          heard: "You would rather answer questions than give a talk.",
          takeaways: {
            mentee: "Make it a talk of questions.",
            mentor: "Send him the talk that Magnus gave in spring.",
          },
          promises: [["mentor", "Find the recording of Magnus's talk", weeks.day(6, 4)]],
          next: weeks.slot(8, 1, 12),
        }),
    ],
    [
      weeks.at(8, 1, 12),
      () =>
        room.meet({
          topic: "The talk went well, and now I am empty.",
          takeaways: { mentee: "Nothing next week. On purpose.", mentor: "Rest is a plan too." },
          promises: [["mentee", "Write to Ingrid when I know what I would like next", weeks.day(10, 1)]],
        }),
    ],
    [weeks.ago(40), () => room.writes("mentor", "How was the week of nothing?")],
  ];
}

/** A room that has begun, and whose next date waits for an answer. */
export function weeksOfABeginning(room: Room, weeks: Weeks, weekday: number): ReadonlyArray<Scene> {
  return [
    [weeks.at(1, weekday, 9.5), () => room.writes("mentor", "Good morning! Shall we begin with an hour by video?")],
    [
      weeks.at(1, weekday, 12.5),
      () => room.writes("mentee", "Yes, gladly. I have a list of questions, and you may throw it away."),
    ],
    [weeks.at(2, weekday, 10), () => room.findDate("mentee", [weeks.slot(3, weekday, 10)], "")],
    [
      weeks.at(3, weekday, 10),
      () =>
        room.meet({
          topic: "",
          takeaways: { mentee: "One thing at a time.", mentor: "Ask about the list next time." },
        }),
    ],
    [
      weeks.at(8, weekday, 16),
      () => room.offer("mentor", [weeks.slot(10, weekday, 10), weeks.slot(10, 4, 14)], "Time flew. One of these?"),
    ],
  ];
}
