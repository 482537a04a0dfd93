import { aDay } from "../../../values/day.ts";
import { dayOf, formatDate, formatMoment } from "../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { newSessionId, type RoomInHand, useNow } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { CalendarFile } from "./calendar/calendar-file.tsx";
import { NextSession } from "./dates/next-session.tsx";
import { RegularTime } from "./dates/regular-time.tsx";
import { datesText as text } from "./dates/text.ts";
import { wayText } from "./when/ways/text.ts";
import { closedSessions, type Session, type Slot, waitingOffer } from "./rules.ts";
import { SessionCancelled, SessionLate, SessionPlanned, SessionReopened } from "./schema.ts";
import { currentSession, mayReopen, phaseOf } from "./steps/rules.ts";
import { WayLine } from "./when/way-line.tsx";
import { whenWords } from "./when/when.tsx";
import "./sessions.css";

const MetForm = lazily(() => import("./dates/met-form.tsx").then((m) => m.MetForm));

/** The room's sessions: what is next, offers to answer, the regular time, "We met on…", and what was. */
export function Sessions({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="sessions">
      {(room) => <All room={room} />}
    </RoomPage>
  );
}

function All({ room }: { readonly room: RoomInHand }) {
  const now = useNow();
  const { sessions } = room.view.state;
  const offer = waitingOffer(sessions);
  const current = currentSession(sessions, now);
  const isOpen = room.isOpen;
  return (
    <div class="with-aside">
      <div class="stack stack-sections">
        {offer && isOpen && (
          <div key={offer.id} data-news>
            <Offer room={room} session={offer} />
          </div>
        )}
        {isOpen && (current ?? !offer) && (
          <Card class="sessions-next">
            <NextSession room={room} />
            {current && isOpen && <Acts room={room} session={current} />}
          </Card>
        )}
        <Past room={room} />
      </div>
      <aside class="aside">
        {isOpen && <RegularTime room={room} />}
        {isOpen && <MetOn room={room} />}
      </aside>
    </div>
  );
}

function Offer({ room, session }: { readonly room: RoomInHand; readonly session: Session }) {
  const isMine = session.by === room.me;
  const choose = (slot: Slot) => void room.write(eventOf(SessionPlanned, { sessionId: session.id, slot }));
  return (
    <Card title={isMine ? text.offerMine(room.name) : text.offerTheirs(room.name)}>
      {session.note !== "" && <Words>{session.note}</Words>}
      {session.way && (
        <p class="muted">{[wayText[session.way.kind], session.way.where].filter((word) => word !== "").join(": ")}</p>
      )}
      <ul class="rows">
        {session.offers.map((slot) => (
          <li key={slot.startsAt} class="row-apart">
            <div>
              <p class="strong">{formatMoment(slot.startsAt)}</p>
              <p class="muted small">{whenWords(room, slot)}</p>
            </div>
            {!isMine && (
              <Button
                kind="quiet"
                label={`${text.choose}: ${formatMoment(slot.startsAt)}`}
                onClick={() => choose(slot)}
              >
                {text.choose}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div class="buttons-plain">
        <ButtonLink kind="plain" href={`/rooms/${room.roomId}/sessions/${session.id}/move`}>
          {text.others}
        </ButtonLink>
      </div>
    </Card>
  );
}

function Acts({ room, session }: { readonly room: RoomInHand; readonly session: Session & { readonly plan: Slot } }) {
  const now = useNow();
  const phase = phaseOf(session, now);
  async function handleLate() {
    if (await room.write(eventOf(SessionLate, { sessionId: session.id, minutes: 5 }))) toast(text.lateSaid(room.name));
  }
  async function handleCancel() {
    const written = await room.write(eventOf(SessionCancelled, { sessionId: session.id }));
    const again = newSessionId();
    if (written)
      toast(text.cancelled, {
        undo: () =>
          void room.write(
            eventOf(SessionPlanned, {
              sessionId: again,
              slot: session.plan,
              ...(session.way ? { way: session.way } : {}),
            }),
          ),
      });
  }
  return (
    <div class="stack stack-small sessions-acts">
      {session.way && <WayLine way={session.way} />}
      <div class="buttons">
        {(phase === "meet" || phase === "prepare") && (
          <Button kind="quiet" onClick={() => void handleLate()}>
            {text.late}
          </Button>
        )}
        <ButtonLink kind="plain" href={`/rooms/${room.roomId}/sessions/${session.id}/move`}>
          {text.change}
        </ButtonLink>
        <Button kind="plain" onClick={() => void handleCancel()}>
          {text.cancel}
        </Button>
      </div>
      <CalendarFile session={session} />
    </div>
  );
}

function MetOn({ room }: { readonly room: RoomInHand }) {
  return (
    <section>
      <Disclosure summary={text.met}>
        <MetForm room={room} />
      </Disclosure>
    </section>
  );
}

function Past({ room }: { readonly room: RoomInHand }) {
  const today = aDay(dayOf(useNow()));
  const isOpen = room.isOpen;
  const past = closedSessions(room.view.state.sessions).toReversed();
  return (
    <section class="stack">
      <h2>{text.past}</h2>
      {past.length === 0 && <p class="muted">{text.pastNone}</p>}
      <ul class="rows">
        {past.map((session) => (
          <li key={session.id} class="stack stack-small" data-news>
            <div class="row-apart">
              <p class="strong">{formatDate(session.metOn)}</p>
              {isOpen && mayReopen(session.metOn, today) && (
                <Button
                  kind="plain"
                  label={text.notHeldLabel(formatDate(session.metOn))}
                  onClick={() => void room.write(eventOf(SessionReopened, { sessionId: session.id }))}
                >
                  {text.notHeld}
                </Button>
              )}
            </div>
            {[room.me, room.other].map((who) => {
              const words = session.takeaways[who] ?? "";
              if (words === "") return null;
              return (
                <div key={who}>
                  <p class="muted small">{who === room.me ? text.youTook : text.theyTook(room.name)}</p>
                  <Words>{words}</Words>
                </div>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
