import { signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { ProgrammeId } from "../../../values/id.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { newId } from "../../../web/client/new-id.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { ErrorSummary, type FieldFault } from "../../../web/ui/error-summary.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { draftOf, faultOf, timingFaults, timingOf } from "../programmes/draft.tsx";
import { TimingFields } from "../programmes/parts.tsx";
import { refreshMe } from "../sign-in/api.ts";
import { makeNext } from "./api.ts";
import { refusalText, text } from "./text.ts";

const newTyped = () => ({
  nextId: ProgrammeId.parse(newId()),
  draft: draftOf(),
  adults: signal(false),
  apart: signal(false),
});
type Typed = ReturnType<typeof newTyped>;

function faultsIn({ draft, adults, apart }: Typed): ReadonlyArray<FieldFault> {
  return [
    ...timingFaults(draft, dayOf(Date.now())),
    ...(adults.value ? [] : [{ id: "adults-only", text: text.tick }]),
    ...(apart.value ? [] : [{ id: "contacts-apart", text: text.tick }]),
  ];
}

/** A manager makes a next programme: its name and days are new, everything else is copied. */
export function NextProgramme({ programmeId }: { readonly programmeId: string }) {
  const typed = useMemo(newTyped, []);
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const busy = useSignal(false);
  const { route } = useLocation();

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { draft, nextId } = typed;
    faults.value = faultsIn(typed);
    const timing = timingOf(draft);
    if (faults.value.length > 0 || !timing) return;
    busy.value = true;
    const body = { nextId, name: draft.name.value, timing, adultsOnly: true, contactsApart: true } as const;
    const answer = await makeNext(programmeId, body);
    busy.value = false;
    if (answer.kind === "done") {
      const isThere = answer.value.nextId !== nextId;
      if (isThere) toast(text.there);
      await refreshMe();
      route(`/programmes/${answer.value.nextId}${isThere ? "" : "/continuing"}`);
    } else toast(answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind]);
  }

  return (
    <Page
      title={text.title}
      lead={text.lead}
      width="form"
      back={{ href: `/programmes/${programmeId}`, text: text.programme }}
    >
      <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
        <ErrorSummary title={text.faults} faults={faults.value} />
        <TimingFields draft={typed.draft} faults={faults.value} />
        <Declared typed={typed} faults={faults.value} />
        <div class="buttons">
          <Button type="submit" busy={busy.value} wide="phone">
            {text.make}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** What a manager says anew of this programme. */
function Declared({ typed, faults }: { readonly typed: Typed; readonly faults: ReadonlyArray<FieldFault> }) {
  return (
    <>
      <Checkbox id="adults-only" label={text.adults} value={typed.adults} error={faultOf(faults, "adults-only")} />
      <Checkbox id="contacts-apart" label={text.apart} value={typed.apart} error={faultOf(faults, "contacts-apart")} />
    </>
  );
}
