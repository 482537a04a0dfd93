import { useSignal } from "@preact/signals";
import { minutesOf } from "../../../../values/clock.ts";
import { wallTime } from "../../../../values/zoned.ts";
import { ownZone, weekdayName } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Select } from "../../../../web/ui/choice.tsx";
import { TimeField } from "../../../../web/ui/text-field.tsx";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { nextPlanned } from "../rules.ts";
import { FixedSlotChosen } from "../schema.ts";
import { timeOf } from "./clock/rules.ts";
import { datesText as text } from "./text.ts";

const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;

/** Chooses the slot that comes round, changes it, or does without. */
export function RegularForm({ room }: { readonly room: RoomInHand }) {
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
    await room.write(eventOf(FixedSlotChosen, { slot }));
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
