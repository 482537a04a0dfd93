import { type Signal, signal, useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { aDay } from "../../../../values/day.ts";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { RadioGroup } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { type RoomInHand, useNow, useOwn, writeOwn } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { type CheckKept as Kept, checkLength } from "../rules.ts";
import { CheckKept, CheckShared } from "../schema.ts";
import { CheckWords, sentencesFor } from "./check-words.tsx";
import { checkText as text } from "./text.ts";

const options = [1, 2, 3, 4, 5, 0].map((value) => ({ value: String(value), text: text.scale[value] ?? "" }));

/** The room check (P48): for one's own eyes, kept in one's own log, shared by choice. */
export function RoomCheck({ room }: { readonly room: RoomInHand }) {
  const own = useOwn();
  const isMentee = room.relationship.myRole === "mentee";
  const kept = own?.state.reviews.checks.filter(({ roomId }) => roomId === room.roomId) ?? [];
  return (
    <div class="stack">
      <p class="muted">{text.lead}</p>
      <CheckForm room={room} isMentee={isMentee} />
      {kept.length > 0 && (
        <Disclosure summary={text.earlier}>
          <div class="stack">
            {kept.toReversed().map((check) => (
              <Earlier key={check.on} room={room} check={check} isMentee={isMentee} />
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function CheckForm({ room, isMentee }: { readonly room: RoomInHand; readonly isMentee: boolean }) {
  const today = aDay(dayOf(useNow()));
  const [answers] = useState<ReadonlyArray<Signal<string>>>(() =>
    Array.from({ length: checkLength }, () => signal("")),
  );
  const said = useSignal("");

  async function handleKeep() {
    const given = answers.map(({ value }) => Number(value));
    said.value = answers.every(({ value }) => value === "") ? text.missing : "";
    if (said.value !== "") return;
    if (await writeOwn(eventOf(CheckKept, { roomId: room.roomId, on: today, answers: given }))) said.value = text.kept;
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleKeep();
      }}
    >
      {sentencesFor(isMentee).map((sentence, at) => (
        <RadioGroup key={sentence} label={sentence} value={answers[at] ?? said} options={options} inline />
      ))}
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.keep}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}

interface EarlierProps {
  readonly room: RoomInHand;
  readonly check: Kept["payload"];
  readonly isMentee: boolean;
}

function Earlier({ room, check, isMentee }: EarlierProps) {
  const shared = useSignal(false);
  async function handleShare() {
    if (await room.write(eventOf(CheckShared, { answers: [...check.answers] }))) shared.value = true;
  }
  return (
    <section class="stack stack-small">
      <h3>{text.on(formatDate(check.on))}</h3>
      <CheckWords isMentee={isMentee} answers={check.answers} />
      {shared.value && <output>{text.shared}</output>}
      {!shared.value && room.isOpen && (
        <>
          <p class="muted small">{text.shareLine(room.name)}</p>
          <div class="buttons-plain">
            <Button kind="plain" onClick={() => void handleShare()}>
              {text.share(room.name)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
