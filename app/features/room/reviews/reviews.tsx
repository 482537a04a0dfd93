import { type Signal, useSignal } from "@preact/signals";
import { reviewPrompts } from "../../../../content/en/repair.generated.ts";
import { aDay } from "../../../values/day.ts";
import { formatClock } from "../../../web/client/clock.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { agreedParts, firstParts, type PartId, type PartWording } from "../agreement/rules.ts";
import { PartDropped } from "../agreement/schema.ts";
import { partText, wordsOf } from "../agreement/text.ts";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { checkText } from "./check/text.ts";
import { OwnTopics } from "./own-topics.tsx";
import { type Mark, type Marks, marks } from "./rules.ts";
import { ReviewHeld } from "./schema.ts";
import { reviewsText as text } from "./text.ts";

const RoomCheck = lazily(() => import("./check/room-check.tsx").then((m) => m.RoomCheck));

/** A review (P29): questions to talk about, the agreement part by part, and two things for one's own eyes. */
export function Reviews({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => (
        <div class="stack stack-sections measure">
          <p class="muted">{text.lead}</p>
          <Disclosure summary={text.prompts}>
            <Guidance block={reviewPrompts} />
          </Disclosure>
          {room.isOpen && <PartsForm room={room} />}
          <OwnTopics room={room} />
          <Check room={room} />
        </div>
      )}
    </RoomPage>
  );
}

function Check({ room }: { readonly room: RoomInHand }) {
  const isOpen = useSignal(false);
  return (
    <Disclosure summary={checkText.title} onToggle={(open) => (isOpen.value = open)}>
      {isOpen.value && <RoomCheck room={room} />}
    </Disclosure>
  );
}

const isFirst = (part: PartId) => firstParts.some((id) => id === part);

/** Writes what was said of each part; a part goes once both would drop it. */
async function hold(room: RoomInHand, chosen: Marks, today: string): Promise<boolean> {
  const { parts } = room.view.state.agreement;
  if (!(await room.write(eventOf(ReviewHeld, { on: aDay(today), marks: chosen })))) return false;
  const dropped = agreedParts(room.view.state.agreement).filter(
    ({ part }) => chosen[part] === "drop" && !isFirst(part) && parts[part]?.dropping !== room.me,
  );
  await Promise.all(dropped.map(({ part }) => room.write(eventOf(PartDropped, { part }))));
  return true;
}

function PartsForm({ room }: { readonly room: RoomInHand }) {
  const agreed = agreedParts(room.view.state.agreement);
  const chosen = useSignal<Marks>({});
  const said = useSignal("");
  const today = dayOf(useNow());
  if (agreed.length === 0) return <p class="muted">{text.none}</p>;

  async function handleSave() {
    if (await hold(room, chosen.value, today)) said.value = text.saved;
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <h2>{text.parts}</h2>
      {agreed.map((wording) => (
        <Choice key={wording.part} room={room} wording={wording} chosen={chosen} />
      ))}
      <p class="muted small">{text.readers(room.name)}</p>
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.save}
        </Button>
        <Link href={`/rooms/${room.roomId}/agreement`}>{text.toAgreement}</Link>
      </div>
      <output class="muted small">{said.value}</output>
    </form>
  );
}

interface ChoiceProps {
  readonly room: RoomInHand;
  readonly wording: PartWording;
  readonly chosen: Signal<Marks>;
}

function Choice({ room, wording, chosen }: ChoiceProps) {
  const { part } = wording;
  const mark = useSignal<Mark | "">("");
  const theirs = room.view.state.reviews.marks[room.other]?.[part];
  const offered = marks.filter((each) => each !== "drop" || !isFirst(part));
  return (
    <>
      <RadioGroup
        label={partText[part].title}
        hint={wordsOf(wording, formatClock).map((line) => (
          <Words key={line}>{line}</Words>
        ))}
        value={mark}
        inline
        options={offered.map((value) => ({ value, text: text.marks[value] }))}
        onChange={(value) => (chosen.value = { ...chosen.value, [part]: value })}
      />
      {theirs && <p class="muted small">{text.theirs(room.name, text.marks[theirs])}</p>}
    </>
  );
}
