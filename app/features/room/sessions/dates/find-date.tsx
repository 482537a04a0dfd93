import { type Signal, signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useLocation } from "preact-iso/router";
import { type Day, isDay } from "../../../../values/day.ts";
import { hour, Instant, later } from "../../../../values/instant.ts";
import { instantAt } from "../../../../values/zoned.ts";
import { draft, dropDraft } from "../../../../web/client/draft.ts";
import { dayOf, formatMoment, ownZone } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { CheckboxGroup, Select } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { ErrorSummary, type FieldFault } from "../../../../web/ui/error-summary.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "../../../../web/ui/text-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { newSessionId, type RoomInHand, useNow } from "../../frame/hand.tsx";
import { RoomPage } from "../../frame/room-page.tsx";
import { eventOf } from "../../state/schema.ts";
import type { Session, Slot, WayKind } from "../rules.ts";
import { SessionOffered, SessionPlanned } from "../schema.ts";
import { whenWords } from "../when/when.tsx";
import { minutesOf } from "../../../../values/clock.ts";
import { isLength, refuseSlot } from "./settling/rules.ts";
import { commonSlots, usualMeeting } from "./rules.ts";
import { wayText } from "../when/ways/text.ts";
import { slotText } from "./settling/text.ts";
import { datesText as text, whereText } from "./text.ts";
import "./find-date.css";

/** Offers up to three dates, inside the hours both gave or others. With a session it moves that one. */
export function FindDate({ roomId, sessionId }: { readonly roomId: string; readonly sessionId?: string }) {
  return (
    <RoomPage roomId={roomId} tab="sessions" title={sessionId ? text.titleMove : text.title}>
      {(room) => <OfferForm room={room} session={room.view.state.sessions.all.find(({ id }) => id === sessionId)} />}
    </RoomPage>
  );
}

/** How many dates go into one offer. */
const most = 3;

/** What the two agreed about moving, or the usual rule (P13). */
function cancelRule({ view }: RoomInHand): string {
  const agreed = view.state.agreement.parts.cancel?.agreed;
  return agreed?.part === "cancel" && agreed.content.text !== "" ? agreed.content.text : text.cancelRule;
}

interface OwnTime {
  readonly day: Signal<string>;
  readonly time: Signal<string>;
}

interface OfferDraft {
  readonly picked: Signal<ReadonlyArray<string>>;
  readonly own: ReadonlyArray<OwnTime>;
  readonly minutes: Signal<string>;
  readonly way: Signal<WayKind>;
  readonly where: Signal<string>;
}

function useOffer(room: RoomInHand, session: Session | undefined): OfferDraft {
  const { lengthMinutes, way } = usualMeeting(room.view.state, session);
  const made = useSignal<OfferDraft>({
    picked: signal([]),
    own: [0, 1, 2].map(() => ({ day: signal(""), time: signal("") })),
    minutes: signal(String(lengthMinutes)),
    way: signal(way.kind),
    where: signal(way.where),
  });
  return made.value;
}

function OfferForm({ room, session }: { readonly room: RoomInHand; readonly session: Session | undefined }) {
  const offer = useOffer(room, session);
  // Two who have agreed already enter one time, which stands at once.
  const isAgreed = useSignal(false);
  const note = draft(`offer:${room.roomId}`);
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const { route } = useLocation();
  const proposals = slotsInHours(room, Number(offer.minutes.value) || 60, useNow());

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const slots = chosenSlots(offer, proposals);
    const tooMany = isAgreed.value ? slots[1] && text.pickJustOne : slots.length > most ? text.pickFewer : undefined;
    faults.value = faultsOf(offer, proposals, tooMany);
    if (faults.value.length > 0) return;
    const sessionId = session?.id ?? newSessionId();
    if (!(await room.write(eventFor(offer, slots, sessionId, isAgreed.value ? undefined : note.value)))) return;
    dropDraft(`offer:${room.roomId}`);
    if (!isAgreed.value) toast(session?.plan ? text.moved : text.sent);
    route(`/rooms/${room.roomId}/sessions`);
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {faults.value.length > 0 && <ErrorSummary faults={faults.value} />}
      {session?.plan && <p class="muted measure">{cancelRule(room)}</p>}
      <div class="find-columns">
        <div class="stack">
          <Proposals room={room} slots={proposals} picked={offer.picked} />
          <OwnTimes offer={offer} isAlone={proposals.length === 0} faults={faults.value} />
        </div>
        <div class="stack stack-large">
          <HowFields offer={offer} faults={faults.value} />
          {!isAgreed.value && <Note note={note} />}
        </div>
      </div>
      <div class="buttons">
        <Button type="submit">{isAgreed.value ? text.enter : text.send}</Button>
        {session === undefined && (
          <Button kind="plain" onClick={() => (isAgreed.value = !isAgreed.value)}>
            {isAgreed.value ? text.offerInstead : text.settle}
          </Button>
        )}
      </div>
    </form>
  );
}

/** An offer with its note; without one, the one time that both have agreed on. */
function eventFor(offer: OfferDraft, slots: ReadonlyArray<Slot>, sessionId: Session["id"], note: string | undefined) {
  const way = { kind: offer.way.value, where: offer.where.value };
  const [slot] = slots;
  return slot && note === undefined
    ? eventOf(SessionPlanned, { sessionId, slot, way })
    : eventOf(SessionOffered, { sessionId, slots: [...slots], way, note: note ?? "" });
}

function Note({ note }: { readonly note: Signal<string> }) {
  return <TextArea label={text.note} value={note} rows={2} words most={500} optional />;
}

function HowFields({ offer, faults }: Pick<OwnTimesProps, "offer" | "faults">) {
  const ways = (["video", "in-person", "phone", "writing"] as const).map((kind) => ({
    value: kind,
    text: wayText[kind],
  }));
  return (
    <>
      <div class="find-length">
        <NumberField
          id={lengthId}
          error={faults.find(({ id }) => id === lengthId)?.text}
          label={
            <>
              {text.lengthLabel} <span class="unseen">{text.inMinutes}</span>
            </>
          }
          value={offer.minutes}
          min={5}
          max={600}
          step={5}
        />
        <span aria-hidden="true">{text.minutes}</span>
      </div>
      <Select label={text.way} value={offer.way} options={ways} />
      <TextField label={whereText[offer.way.value]} value={offer.where} optional />
    </>
  );
}

interface ProposalsProps {
  readonly room: RoomInHand;
  readonly slots: ReadonlyArray<Slot>;
  readonly picked: Signal<ReadonlyArray<string>>;
}

function Proposals({ room, slots, picked }: ProposalsProps) {
  if (slots.length === 0)
    return (
      <p class="muted" id="slots" tabIndex={-1}>
        {text.noHours} {text.upToThree(room.name)}
      </p>
    );
  return (
    <CheckboxGroup
      id="slots"
      label={text.inHours}
      hint={text.upToThree(room.name)}
      value={picked}
      options={slots.map((slot) => ({
        value: String(slot.startsAt),
        text: formatMoment(slot.startsAt),
        hint: whenWords(room, slot),
      }))}
    />
  );
}

interface OwnTimesProps {
  readonly offer: OfferDraft;
  /** No hours are proposed above. */
  readonly isAlone: boolean;
  readonly faults: ReadonlyArray<FieldFault>;
}

function OwnTimes({ offer, isAlone, faults }: OwnTimesProps) {
  const today = dayOf(useNow());
  return (
    <Disclosure summary={isAlone ? text.times : text.ownTimes} open={isAlone}>
      <div class="stack">
        <p class="muted small">{text.zone(ownZone())}</p>
        {offer.own.map(({ day, time }, at) => (
          // Three places that never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} class="cluster">
            <DateField
              id={ownId(at)}
              label={text.dayLabel(at + 1)}
              value={day}
              min={today}
              error={faults.find(({ id }) => id === ownId(at))?.text}
            />
            <TimeField label={text.timeLabel(at + 1)} value={time} />
            <Skipped day={day.value} time={time.value} />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

function Skipped({ day, time }: { readonly day: string; readonly time: string }) {
  const minutes = minutesOf(time);
  if (!isDay(day) || minutes === undefined) return null;
  return instantAt(day, minutes, ownZone()).odd === "skipped" ? <p class="small muted">{text.skipped}</p> : null;
}

function slotsInHours(room: RoomInHand, lengthMinutes: number, now: Instant): ReadonlyArray<Slot> {
  const { availability, timeZone } = room.relationship.partner;
  const mine = room.relationship.myHours;
  return commonSlots(mine, { availability, timeZone }, lengthMinutes, later(now, 12 * hour), 5);
}

const lengthId = "length";
const ownId = (at: number) => `own-${at}`;

/** Why what was chosen cannot go out: the length and each time at its own field, else `tooMany` or that nothing was chosen. */
function faultsOf(offer: OfferDraft, proposals: ReadonlyArray<Slot>, tooMany: string | undefined): FieldFault[] {
  const now = Instant.parse(Date.now());
  const lengthMinutes = lengthOf(offer);
  // One length serves all times, so it is wrong once.
  if (!isLength(lengthMinutes)) return [{ id: lengthId, text: slotText["no-length"] }];
  const own = offer.own.flatMap(({ day, time }, at) => {
    const slot = ownSlot(day.value, time.value, lengthMinutes);
    const refused = slot && refuseSlot(slot, now);
    return refused ? [{ id: ownId(at), text: slotText[refused] }] : [];
  });
  if (own.length > 0) return own;
  const slots = chosenSlots(offer, proposals);
  const refused = slots.map((slot) => refuseSlot(slot, now)).find((word) => word !== undefined);
  const other = slots.length === 0 ? text.pickOne : (tooMany ?? (refused && slotText[refused]));
  return other === undefined ? [] : [{ id: "slots", text: other }];
}

function lengthOf(offer: OfferDraft): number {
  return Math.round(Number(offer.minutes.value)) || 60;
}

function ownSlot(day: string, time: string, lengthMinutes: number): Slot | undefined {
  const minutes = minutesOf(time);
  return isDay(day) && minutes !== undefined ? slotAt(day, minutes, lengthMinutes) : undefined;
}

function chosenSlots(offer: OfferDraft, proposals: ReadonlyArray<Slot>): ReadonlyArray<Slot> {
  const lengthMinutes = lengthOf(offer);
  const own = offer.own.flatMap(({ day, time }) => ownSlot(day.value, time.value, lengthMinutes) ?? []);
  return [
    ...proposals
      .filter(({ startsAt }) => offer.picked.value.includes(String(startsAt)))
      .map((slot) => ({ ...slot, lengthMinutes })),
    ...own,
  ];
}

function slotAt(day: Day, minutes: number, lengthMinutes: number): Slot {
  return { startsAt: instantAt(day, minutes, ownZone()).instant, lengthMinutes, timeZone: ownZone() };
}
