/** What is typed at Close, and how it comes into the room: with one press of the button that closes. */
import type { AccountId } from "../../../../values/id.ts";
import { minutesOf } from "../../../../values/clock.ts";
import { isDay } from "../../../../values/day.ts";
import { Instant } from "../../../../values/instant.ts";
import { instantAt } from "../../../../values/zoned.ts";
import { draft, dropDraft } from "../../../../web/client/draft.ts";
import { ownZone } from "../../../../web/client/format.ts";
import { keepCommitment } from "../../commitments/commitment-form.tsx";
import { refusalText } from "../../commitments/text.ts";
import { newSessionId, type RoomInHand } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { refuseSlot } from "../dates/settling/rules.ts";
import { slotText } from "../dates/settling/text.ts";
import type { Session, Slot } from "../rules.ts";
import { SessionPlanned, SessionTakeaway } from "../schema.ts";
import { plannedAfter } from "./rules.ts";
import { stepsText as text } from "./text.ts";

/** What somebody takes along, as it is being typed. */
export function takeawayField(session: Session, of: AccountId) {
  return draft(`takeaway:${session.id}:${of}`, session.takeaways[of] ?? "");
}

/** The day and the time of the next session, as they are being typed. */
export function nextFields(session: Session) {
  return { day: draft(`next-day:${session.id}`), time: draft(`next-time:${session.id}`) };
}

/** Writes down what one of the two takes along, where it is new. */
export async function keepTakeaway(room: RoomInHand, session: Session, of: AccountId): Promise<boolean> {
  const words = takeawayField(session, of).value.trim();
  if (words === "" || words === session.takeaways[of]) return false;
  return (await room.write(eventOf(SessionTakeaway, { sessionId: session.id, of, text: words }))) !== undefined;
}

/** The date in the fields: "none" where there is none, or another stands already; else the slot, or why it cannot be settled. */
function nextSlot(room: RoomInHand, session: Session): Slot | "none" | { readonly fault: string } {
  const { day, time } = nextFields(session);
  const now = Instant.parse(Date.now());
  if ((day.value === "" && time.value === "") || plannedAfter(room.view.state.sessions, session, now)) return "none";
  const minutes = minutesOf(time.value);
  if (!isDay(day.value) || minutes === undefined) return { fault: text.dayAndTime };
  const slot = {
    startsAt: instantAt(day.value, minutes, ownZone()).instant,
    lengthMinutes: session.plan?.lengthMinutes ?? 60,
    timeZone: ownZone(),
  };
  const refused = refuseSlot(slot, now);
  return refused ? { fault: slotText[refused] } : slot;
}

/** Why not everything was kept: a sentence about the date, another one, or nothing where the room could not take it and said so. */
export interface Unkept {
  readonly date?: string;
  readonly other?: string;
}

/** Brings all that stands in the fields of Close into the room; `undefined` once it is there. A date that cannot be is said before anything is written. */
export async function keepAll(room: RoomInHand, session: Session): Promise<Unkept | undefined> {
  const slot = nextSlot(room, session);
  if (slot !== "none" && "fault" in slot) return { date: slot.fault };
  await keepTakeaway(room, session, room.me);
  if (session.takeaways[room.other] === undefined) await keepTakeaway(room, session, room.other);
  const kept = await keepCommitment(room, { sessionId: session.id });
  if (kept !== undefined && kept !== "empty") return kept === "not-written" ? {} : { other: refusalText[kept] };
  if (slot === "none") return undefined;
  const way = session.way ? { way: session.way } : {};
  if (!(await room.write(eventOf(SessionPlanned, { sessionId: newSessionId(), slot, ...way })))) return {};
  for (const name of ["day", "time"]) dropDraft(`next-${name}:${session.id}`);
  return undefined;
}
