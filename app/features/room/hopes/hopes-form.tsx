import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../vault/browser/client.ts";
import { ItemId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { type Choice, choiceNames, choices, headings, type HelpKind, helpKinds, longestHope } from "./rules.ts";
import { HopesCommitted, HopesKept, readHopes } from "./schema.ts";
import { choiceText, headingText, helpText, hopesText as text } from "./text.ts";

/** Props of `HopesForm`. */
export interface HopesFormProps {
  readonly room: RoomInHand;
  readonly lead: string;
}

/** Writes one's own card and lays it face down: first into one's own log, then the commitment into the room. */
export function HopesForm({ room, lead }: HopesFormProps) {
  const answers = headings.map((heading) => ({ heading, value: draft(`hopes:${room.roomId}:${heading}`) }));
  const chosen = { rhythm: useSignal(""), between: useSignal(""), direct: useSignal("") };
  const help = useSignal<ReadonlyArray<HelpKind>>([]);
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(answers.map(({ heading, value }) => [heading, value.value.trim()]));
    const picked = { rhythm: chosen.rhythm.value, between: chosen.between.value, direct: chosen.direct.value };
    const json = JSON.stringify({ ...typed, ...picked, help: help.value });
    const isEmpty = [...Object.values(typed), ...Object.values(picked)].every((one) => one === "");
    fault.value = (isEmpty && help.value.length === 0) || !readHopes(json) ? text.empty : undefined;
    if (fault.value !== undefined || busy.value) return;
    busy.value = true;
    const laid = await lay(room, json);
    busy.value = false;
    if (laid === "locked") fault.value = text.locked;
    else if (laid) for (const heading of headings) dropDraft(`hopes:${room.roomId}:${heading}`);
  }

  return (
    <form class="stack measure" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <p class="muted">{lead}</p>
      {answers.map(({ heading, value }, at) => (
        <TextArea
          key={heading}
          label={headingText[heading]}
          value={value}
          rows={2}
          words
          most={longestHope}
          optional
          error={at === 0 ? fault.value : undefined}
        />
      ))}
      <Choices chosen={chosen} help={help} isMentee={room.relationship.myRole === "mentee"} />
      <div>
        <Button type="submit" busy={busy.value}>
          {text.lay}
        </Button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly chosen: Readonly<Record<Choice, Signal<string>>>;
  readonly help: Signal<ReadonlyArray<HelpKind>>;
  readonly isMentee: boolean;
}

function Choices({ chosen, help, isMentee }: ChoicesProps) {
  return (
    <Disclosure summary={text.choicesTitle}>
      <div class="stack">
        {choiceNames.map((name) => (
          <ChoiceField key={name} name={name} value={chosen[name]} />
        ))}
        <CheckboxGroup
          label={text.help(isMentee)}
          value={help}
          optional
          options={helpKinds.map((value) => ({ value, text: helpText[value] }))}
        />
      </div>
    </Disclosure>
  );
}

function ChoiceField({ name, value }: { readonly name: Choice; readonly value: Signal<string> }) {
  const { label, words } = choiceText[name];
  return (
    <RadioGroup
      label={label}
      value={value}
      optional
      options={choices[name].map((one) => ({ value: one, text: words[one] ?? one }))}
    />
  );
}

/** What opens a card is safe in one's own log before the room learns that the card is there. */
async function lay(room: RoomInHand, words: string): Promise<"locked" | boolean> {
  const card = ItemId.parse(newId());
  const made = await vault.commitCard(room.roomId, card, words);
  if (made === "locked") return made;
  if (!(await writeOwn(eventOf(HopesKept, { roomId: room.roomId, reveal: made.reveal })))) return false;
  return (await room.write(eventOf(HopesCommitted, { card, commitment: made.commitment }))) !== undefined;
}
