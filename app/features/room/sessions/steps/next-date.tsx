import type { ReadonlySignal, Signal } from "@preact/signals";
import { aDay } from "../../../../values/day.ts";
import { dayOf, formatDate, formatMoment, ownZone } from "../../../../web/client/format.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { DateField, TimeField } from "../../../../web/ui/text-field.tsx";
import { lastTalkText } from "../../ending/last-talk/text.ts";
import { isLastTalkHeld } from "../../ending/rules.ts";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { heldDays, type Session } from "../rules.ts";
import { dayMet, plannedAfter } from "./rules.ts";
import { stepsText as text } from "./text.ts";

const NextThree = lazily(() => import("../dates/regular-time.tsx").then((m) => m.NextThree));

/** Props of `NextDate`. */
export interface NextDateProps {
  readonly room: RoomInHand;
  readonly session: Session;
  /** What is being typed; whoever shows it keeps it. */
  readonly fields: { readonly day: Signal<string>; readonly time: Signal<string> };
  /** Why the date in the fields cannot be settled. */
  readonly fault: ReadonlySignal<string | undefined>;
}

/** The next date: the one that stands, one of the regular time, or one in the fields, which Close settles. */
export function NextDate({ room, session, fields, fault }: NextDateProps) {
  const { ending, sessions } = room.view.state;
  const now = useNow();
  const met = dayMet(session, now, ownZone());
  const next = plannedAfter(sessions, session, now);
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
            <SettleNext room={room} fields={fields} fault={fault} />
          </Disclosure>
        </>
      ) : sessions.fixedSlot ? (
        <>
          <NextThree room={room} fixed={sessions.fixedSlot} current={session.id} />
          <Disclosure summary={text.anotherDate}>
            <SettleNext room={room} fields={fields} fault={fault} />
          </Disclosure>
        </>
      ) : (
        <SettleNext room={room} fields={fields} fault={fault} />
      )}
    </section>
  );
}

function SettleNext({ room, fields: { day, time }, fault }: Omit<NextDateProps, "session">) {
  return (
    <div class="stack">
      <div class="cluster">
        <DateField label={text.nextDay} value={day} min={dayOf(useNow())} error={fault.value} />
        <TimeField label={text.nextTime} value={time} />
      </div>
      <div class="buttons-plain">
        <ButtonLink kind="plain" href={`/rooms/${room.roomId}/sessions/find`}>
          {text.offerInstead}
        </ButtonLink>
      </div>
    </div>
  );
}
