import { formatMoment, ownZone, weekdayName } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import type { SessionId } from "../../../../values/id.ts";
import { newSessionId, type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { closedSessions, type FixedSlot, nextPlanned } from "../rules.ts";
import { SessionPlanned } from "../schema.ts";
import { whenWords } from "../when/when.tsx";
import { timeOf } from "./clock/rules.ts";
import { nextDates } from "./rules.ts";
import { datesText as text } from "./text.ts";

const RegularForm = lazily(() => import("./regular-form.tsx").then((m) => m.RegularForm));

/** The slot that comes round (P32): offered first, with its next three dates. */
export function RegularTime({ room }: { readonly room: RoomInHand }) {
  const { fixedSlot } = room.view.state.sessions;
  return (
    <section class="stack stack-small">
      <h2 class="aside-head">{text.regular}</h2>
      {fixedSlot && <NextThree room={room} fixed={fixedSlot} />}
      <Disclosure summary={fixedSlot ? text.regularChange : text.regularChoose}>
        <RegularForm room={room} />
      </Disclosure>
    </section>
  );
}

/** Props of `NextThree`. */
export interface NextThreeProps {
  readonly room: RoomInHand;
  readonly fixed: FixedSlot;
  /** At Close: the session under way, which is not the next one. */
  readonly current?: SessionId;
}

/** The next three dates of a regular time, and one tap to settle the first. */
export function NextThree({ room, fixed, current }: NextThreeProps) {
  const now = useNow();
  const { sessions } = room.view.state;
  const last = closedSessions(sessions).findLast(({ plan }) => plan)?.plan?.startsAt;
  const planned = nextPlanned({ ...sessions, all: sessions.all.filter(({ id }) => id !== current) }, now);
  const underWay = sessions.all.find(({ id }) => id === current)?.plan?.startsAt;
  const dates = nextDates(fixed, now, planned?.startsAt ?? underWay ?? last);
  const [first] = dates;
  async function handleTake() {
    const sessionId = newSessionId();
    const way = sessions.all.findLast((session) => session.way)?.way;
    if (first) await room.write(eventOf(SessionPlanned, { sessionId, slot: first, ...(way ? { way } : {}) }));
  }
  return (
    <>
      <p class="muted">{`${weekdayName(fixed.weekday)}, ${first ? timeOf(first.startsAt, ownZone()) : ""}, ${text.every(fixed.everyDays)}`}</p>
      <p class="muted small">{text.nextThree}</p>
      <ul class="rows">
        {dates.map((slot) => (
          <li key={slot.startsAt}>
            <p>{formatMoment(slot.startsAt)}</p>
            <p class="muted small">{whenWords(room, slot)}</p>
          </li>
        ))}
      </ul>
      {!planned && (
        <div>
          <Button kind="quiet" onClick={() => void handleTake()}>
            {text.take}
          </Button>
        </div>
      )}
    </>
  );
}
