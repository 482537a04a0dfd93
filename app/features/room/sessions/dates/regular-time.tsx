import { useSignal } from "@preact/signals";
import { minutesOf } from "../../../../values/clock.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { formatDay, formatMoment, ownZone } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Select } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { TimeField } from "../../../../web/ui/text-field.tsx";
import type { SessionId } from "../../../../values/id.ts";
import { newSessionId, type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { closedSessions, type FixedSlot, nextPlanned } from "../rules.ts";
import { FixedSlotChosen, SessionPlanned } from "../schema.ts";
import { whenWords } from "../when/when.tsx";
import { timeOf } from "./clock/rules.ts";
import { nextDates } from "./rules.ts";
import { datesText as text } from "./text.ts";

const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;
/** 5 October 2026 is a Monday. */
const weekdayName = (weekday: number) =>
  formatDay(`2026-10-${String(5 + weekday).padStart(2, "0")}`)
    .split(" ")[0]
    ?.replace(",", "") ?? "";

/** The slot that comes round (P32): offered first, with its next three dates. */
export function RegularTime({ room }: { readonly room: RoomInHand }) {
  const { fixedSlot } = room.view.state.sessions;
  const editing = useSignal(false);
  return (
    <section class="stack stack-small">
      <h2 class="aside-head">{text.regular}</h2>
      {fixedSlot ? <NextThree room={room} fixed={fixedSlot} /> : <p class="muted">{text.regularLead}</p>}
      <Disclosure summary={fixedSlot ? text.regularChange : text.regularChoose}>
        <RegularForm room={room} onDone={() => (editing.value = false)} />
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

function RegularForm({ room, onDone }: { readonly room: RoomInHand; readonly onDone: () => void }) {
  const plan = nextPlanned(room.view.state.sessions, useNow());
  const shown = plan && wallTime(plan.startsAt, ownZone());
  const weekday = useSignal<(typeof weekdays)[number]>(weekdays[shown?.weekday ?? 1] ?? "1");
  const time = useSignal(plan ? timeOf(plan.startsAt, ownZone()) : "10:00");
  const every = useSignal<"7" | "14" | "21" | "28">("14");
  const isSet = room.view.state.sessions.fixedSlot !== undefined;

  async function handleSave() {
    const minutes = minutesOf(time.value);
    if (minutes === undefined) return;
    const slot = {
      weekday: Number(weekday.value),
      minutes,
      timeZone: ownZone(),
      everyDays: Number(every.value),
      lengthMinutes: plan?.lengthMinutes ?? 60,
    };
    if (await room.write(eventOf(FixedSlotChosen, { slot }))) onDone();
  }

  return (
    <div class="stack">
      <div class="columns">
        <Select
          label={text.weekday}
          value={weekday}
          options={weekdays.map((value) => ({ value, text: weekdayName(Number(value)) }))}
        />
        <TimeField label={text.time} hint={text.zone(ownZone())} value={time} />
        <Select
          label={text.everyDays}
          value={every}
          options={(["7", "14", "21", "28"] as const).map((value) => ({ value, text: text.every(Number(value)) }))}
        />
      </div>
      <div class="buttons">
        <Button kind="quiet" onClick={() => void handleSave()}>
          {text.regularSave}
        </Button>
        {isSet && (
          <Button kind="plain" onClick={() => void room.write(eventOf(FixedSlotChosen, { slot: null }))}>
            {text.regularGone}
          </Button>
        )}
      </div>
    </div>
  );
}
