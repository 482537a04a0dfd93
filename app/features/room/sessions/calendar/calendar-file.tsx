import { useSignal } from "@preact/signals";
import { Instant } from "../../../../values/instant.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { datesText as text } from "../dates/text.ts";
import type { Session, Slot } from "../rules.ts";
import { writeCalendar } from "./rules.ts";

/** Hands the session to one's own calendar as a file made here; its title is the person's choice, "Busy" by default. */
export function CalendarFile({ session }: { readonly session: Session & { readonly plan: Slot } }) {
  const title = useSignal<string>(text.busy);
  function handleSave() {
    const entry = {
      sessionId: session.id,
      slot: session.plan,
      sequence: session.sequence,
      title: title.value.trim() || text.busy,
      isCancelled: session.standing === "cancelled",
    };
    const file = writeCalendar(entry, location.hostname, Instant.parse(Date.now()));
    const address = URL.createObjectURL(new Blob([file], { type: "text/calendar" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "session.ics";
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <Disclosure summary={text.calendar}>
      <div class="stack">
        <TextField label={text.calendarTitle} hint={text.calendarHint} value={title} />
        <div>
          <Button kind="quiet" onClick={handleSave}>
            {text.calendarSave}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
