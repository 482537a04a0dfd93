import { useSignal } from "@preact/signals";
import { dayIn, isDay } from "../../../../values/day.ts";
import { dayOf } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { DateField } from "../../../../web/ui/text-field.tsx";
import { newSessionId, type RoomInHand, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { SessionMet } from "../schema.ts";
import { refuseMet } from "./settling/rules.ts";
import { metText } from "./settling/text.ts";
import { datesText as text } from "./text.ts";

/** "We met on…": a session that nobody had planned here. */
export function MetForm({ room }: { readonly room: RoomInHand }) {
  const today = dayOf(useNow());
  const day = useSignal(today);
  const fault = useSignal<string | undefined>(undefined);
  async function handleMet() {
    if (!isDay(day.value) || !isDay(today)) return;
    const refused = refuseMet(day.value, room.view.state.sessions, dayIn(room.relationship.startedAt, "UTC"), today);
    fault.value = refused && metText[refused];
    const sessionId = newSessionId();
    if (!refused) await room.write(eventOf(SessionMet, { sessionId, metOn: day.value }));
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleMet();
      }}
    >
      <p class="muted">{text.metLead}</p>
      <DateField label={text.metDay} value={day} max={today} error={fault.value} />
      <div>
        <Button type="submit" kind="quiet">
          {text.metSave}
        </Button>
      </div>
    </form>
  );
}
