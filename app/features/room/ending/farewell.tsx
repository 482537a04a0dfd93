import { type Signal, useSignal } from "@preact/signals";
import { endRitual } from "../../../../content/en/ending.generated.ts";
import { addDays, aDay, isDay } from "../../../values/day.ts";
import { draft } from "../../../web/client/draft.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { DateField, TextArea } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { EndAct } from "./acts.tsx";
import { MayKeepAll } from "./may-keep.tsx";
import { FarewellWords } from "./farewell-words.tsx";
import { aheadDays, type Contact, contacts, farewellFields, longestFarewell } from "./rules.ts";
import { EndingPlanned, FarewellSaid } from "./schema.ts";
import { farewellText as text } from "./text.ts";

const Moments = lazily(() => import("../celebrations/moments.tsx").then((m) => m.MomentsList));

/** A planned ending (P104): a day, the last talk's questions, what each keeps, and contact from here on. */
export function Farewell({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => (
        <div class="stack stack-sections measure">
          {room.isOpen && <PlannedDay room={room} />}
          <Disclosure summary={text.ritual}>
            <Guidance block={endRitual} />
          </Disclosure>
          <Disclosure summary={text.moments}>
            {/* Read before the two come to it, so that it opens as a whole. */}
            <Moments room={room} />
          </Disclosure>
          <Both room={room} />
          <section class="stack">
            <h2>{text.keeps}</h2>
            <p>{text.keepsLine(room.name)}</p>
            <MayKeepAll room={room} />
            <p>{text.goes}</p>
            <p class="cluster">
              <Link href={`/rooms/${room.roomId}/more/keepsake`}>{text.keepsake}</Link>
              <Link href={`/rooms/${room.roomId}/more/ask-first`}>{text.ask}</Link>
            </p>
            <p>{text.promise}</p>
            {room.relationship.state !== "ended" && !room.isBefore && (
              <div class="stack stack-small">
                <p>{text.end}</p>
                <EndAct relationship={room.relationship} room={room} isFarewell />
              </div>
            )}
          </section>
        </div>
      )}
    </RoomPage>
  );
}

function PlannedDay({ room }: { readonly room: RoomInHand }) {
  const { on } = room.view.state.ending;
  const today = aDay(dayOf(useNow()));
  const day = useSignal<string>(addDays(today, aheadDays));
  if (on !== undefined)
    return (
      <div class="row-apart" data-news>
        <p>
          <span class="strong">{text.planned(formatDate(on))}</span>{" "}
          <Link href={`/rooms/${room.roomId}/sessions/find`}>{text.find}</Link>
        </p>
        <Button kind="plain" onClick={() => void room.write(eventOf(EndingPlanned, { on: null }))}>
          {text.unplan}
        </Button>
      </div>
    );
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(day.value)) void room.write(eventOf(EndingPlanned, { on: day.value }));
      }}
    >
      <p class="muted">{text.lead}</p>
      <div class="cluster">
        <DateField label={text.day} value={day} min={today} />
        <Button type="submit" kind="quiet">
          {text.plan}
        </Button>
      </div>
    </form>
  );
}

function Both({ room }: { readonly room: RoomInHand }) {
  const { said } = room.view.state.ending;
  const [mine, theirs] = [said[room.me], said[room.other]];
  // An ended room takes nothing more, a paused one nothing for now.
  const isOver = room.relationship.state !== "live";
  return (
    <>
      <section class="stack">
        <h2>{text.mine}</h2>
        {isOver ? mine && <FarewellWords room={room} said={mine} /> : <FarewellForm room={room} />}
      </section>
      {theirs && (
        <section class="stack" data-news>
          <h2>{text.theirs(room.name)}</h2>
          <FarewellWords room={room} said={theirs} />
        </section>
      )}
    </>
  );
}

function FarewellForm({ room }: { readonly room: RoomInHand }) {
  const kept = room.view.state.ending.said[room.me];
  const values = farewellFields.map((field) => draft(`farewell:${room.roomId}:${field}`, kept?.[field]));
  const contact = useSignal<Contact | "">(kept?.contact ?? "");
  const first = useSignal<string>(kept?.first ?? "");
  const said = useSignal("");

  async function handleKeep() {
    const [learned = "", give = "", wish = "", thanks = ""] = values.map(({ value }) => value.trim());
    const writesFirst = [room.me, room.other].find((who) => who === first.value);
    const words = { learned, give, wish, thanks };
    const isMeant = contact.value !== "" && contact.value !== "none" && writesFirst !== undefined;
    const further = {
      ...(contact.value === "" ? {} : { contact: contact.value }),
      ...(isMeant ? { first: writesFirst } : {}),
    };
    if (await room.write(eventOf(FarewellSaid, { ...words, ...further }))) said.value = text.kept;
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleKeep();
      }}
    >
      <p class="muted small">{text.readers(room.name)}</p>
      {farewellFields.map((field, at) => (
        <Answer key={field} label={text.fields[field]} value={values[at] ?? said} onChange={() => (said.value = "")} />
      ))}
      <ContactFields room={room} contact={contact} first={first} />
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.keep}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
    </form>
  );
}

interface ContactProps {
  readonly room: RoomInHand;
  readonly contact: Signal<Contact | "">;
  readonly first: Signal<string>;
}

function ContactFields({ room, contact, first }: ContactProps) {
  return (
    <>
      <RadioGroup
        label={text.contact}
        value={contact}
        inline
        options={contacts.map((value) => ({ value, text: text.contacts[value] }))}
      />
      {contact.value !== "" && contact.value !== "none" && (
        <RadioGroup
          label={text.first}
          value={first}
          inline
          options={[
            { value: room.me, text: text.you },
            { value: room.other, text: room.name },
          ]}
        />
      )}
    </>
  );
}

interface AnswerProps {
  readonly label: string;
  readonly value: Signal<string>;
  readonly onChange: () => void;
}

function Answer({ label, value, onChange }: AnswerProps) {
  return <TextArea label={label} value={value} rows={2} words most={longestFarewell} onChange={() => onChange()} />;
}
