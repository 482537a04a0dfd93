import { useSignal } from "@preact/signals";
import { minutesOf } from "../../../../values/clock.ts";
import { aDay, isDay } from "../../../../values/day.ts";
import { Instant } from "../../../../values/instant.ts";
import { instantAt } from "../../../../values/zoned.ts";
import { draft, dropDraft } from "../../../../web/client/draft.ts";
import { dayOf, formatDate, formatMoment, ownZone } from "../../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { DateField, TimeField } from "../../../../web/ui/text-field.tsx";
import { lastTalkText } from "../../ending/last-talk/text.ts";
import { isLastTalkHeld } from "../../ending/rules.ts";
import { newSessionId, type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { refuseSlot } from "../dates/settling/rules.ts";
import { slotText } from "../dates/text.ts";
import { heldDays, nextPlanned, type Session } from "../rules.ts";
import { SessionPlanned } from "../schema.ts";
import { dayMet } from "./rules.ts";
import { stepsText as text } from "./text.ts";

const NextThree = lazily(() => import("../dates/regular-time.tsx").then((m) => m.NextThree));

/** Props of `NextDate`. */
export interface NextDateProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** The next date: the one that stands, one of the regular time, or one that is settled here. */
export function NextDate({ room, session }: NextDateProps) {
  const { ending, sessions } = room.view.state;
  const now = useNow();
  const met = dayMet(session, now, ownZone());
  const next = nextPlanned({ ...sessions, all: sessions.all.filter(({ id }) => id !== session.id) }, now);
  return (
    <section class="stack">
      <h2>{text.nextDate}</h2>
      {next ? (
        <p>{`${formatMoment(next.startsAt)}. ${text.nextDateKept}`}</p>
      ) : ending.on !== undefined && isLastTalkHeld(ending, [...heldDays(sessions), met], aDay(dayOf(now))) ? (
        <>
          <p>
            {lastTalkText.planned(formatDate(ending.on))}{" "}
            <Link href={`/rooms/${room.roomId}/more/farewell`}>{lastTalkText.link}</Link>
          </p>
          <Disclosure summary={text.anotherDate}>
            <SettleNext room={room} session={session} />
          </Disclosure>
        </>
      ) : sessions.fixedSlot ? (
        <>
          <NextThree room={room} fixed={sessions.fixedSlot} current={session.id} />
          <Disclosure summary={text.anotherDate}>
            <SettleNext room={room} session={session} />
          </Disclosure>
        </>
      ) : (
        <SettleNext room={room} session={session} />
      )}
    </section>
  );
}

function SettleNext({ room, session }: NextDateProps) {
  const day = draft(`next-day:${session.id}`);
  const time = draft(`next-time:${session.id}`);
  const fault = useSignal<string | undefined>(undefined);
  async function handleSettle() {
    const minutes = minutesOf(time.value);
    if (!isDay(day.value) || minutes === undefined) return;
    const slot = {
      startsAt: instantAt(day.value, minutes, ownZone()).instant,
      lengthMinutes: session.plan?.lengthMinutes ?? 60,
      timeZone: ownZone(),
    };
    const refused = refuseSlot(slot, Instant.parse(Date.now()));
    fault.value = refused && slotText[refused];
    if (
      refused ||
      !(await room.write(
        eventOf(SessionPlanned, { sessionId: newSessionId(), slot, ...(session.way ? { way: session.way } : {}) }),
      ))
    )
      return;
    dropDraft(`next-day:${session.id}`);
    dropDraft(`next-time:${session.id}`);
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSettle();
      }}
    >
      <div class="cluster">
        <DateField label={text.nextDay} value={day} min={dayOf(useNow())} error={fault.value} />
        <TimeField label={text.nextTime} value={time} />
      </div>
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.settle}
        </Button>
        <ButtonLink kind="plain" href={`/rooms/${room.roomId}/sessions/find`}>
          {text.offerInstead}
        </ButtonLink>
      </div>
    </form>
  );
}
