import { type Instant, later } from "../../../../values/instant.ts";
import { aDay, type Day } from "../../../../values/day.ts";
import { dayOf, formatDate, formatMoment } from "../../../../web/client/format.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { lastTalkText } from "../../ending/last-talk/text.ts";
import { isLastTalkHeld } from "../../ending/rules.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { useNow } from "../../frame/hand.tsx";
import { closedSessions, heldDays, type Session, type Slot, waitingOffer } from "../rules.ts";
import { currentSession, phaseOf, prepareBeforeMs, type SessionPhase } from "../steps/rules.ts";
import { NextTopic } from "../steps/topic.tsx";
import { whenWords } from "../when/when.tsx";
import { datesText as text } from "./text.ts";

/** The next session at a glance: when, for whom at what hour, and the one thing to do now. */
export function NextSession({ room }: { readonly room: RoomInHand }) {
  const now = useNow();
  const session = currentSession(room.view.state.sessions, now);
  const offer = waitingOffer(room.view.state.sessions);
  const lastTalkOn = session || offer ? undefined : lastTalkDay(room, now);
  if (lastTalkOn !== undefined) return <LastTalk room={room} on={lastTalkOn} />;
  return (
    <section class="stack stack-small">
      <h2 class="aside-head">{text.next}</h2>
      <div key={session?.plan.startsAt ?? offer?.id ?? "none"} class="stack stack-small" data-news>
        {session ? (
          <Planned room={room} session={session} phase={phaseOf(session, now)} />
        ) : (
          <NoDate room={room} offer={offer} />
        )}
      </div>
    </section>
  );
}

/** The day planned for the last talk, once that was held. */
function lastTalkDay({ isOpen, view }: RoomInHand, now: Instant): Day | undefined {
  const { ending, sessions } = view.state;
  const isHeld = isLastTalkHeld(ending, heldDays(sessions), aDay(dayOf(now)));
  return isHeld && isOpen ? ending.on : undefined;
}

/** Where no further session is looked for. */
function LastTalk({ room, on }: { readonly room: RoomInHand; readonly on: Day }) {
  return (
    <section class="stack stack-small">
      <h2 class="aside-head">{lastTalkText.title}</h2>
      <p>{lastTalkText.planned(formatDate(on))}</p>
      <p>
        <Link href={`/rooms/${room.roomId}/more/farewell`}>{lastTalkText.link}</Link>
      </p>
    </section>
  );
}

function NoDate({ room, offer }: { readonly room: RoomInHand; readonly offer: Session | undefined }) {
  const base = `/rooms/${room.roomId}/sessions`;
  if (!room.isOpen) return <p class="muted">{text.none}</p>;
  const [last] = closedSessions(room.view.state.sessions);
  const isTheirs = offer !== undefined && offer.by !== room.me;
  return (
    <>
      {offer ? (
        <ButtonLinkWithLine
          line={isTheirs ? text.offerTheirs(room.name) : text.offerMine(room.name)}
          href={base}
          word={isTheirs ? text.chooseDate : text.seeDates}
          isNext={isTheirs}
        />
      ) : (
        <ButtonLinkWithLine
          line={last ? `${text.none}.` : `${text.none}. ${text.noneLine}`}
          href={`${base}/find`}
          word={text.find}
          isNext
        />
      )}
      {(offer ?? last) && <NextTopic room={room} session={offer} />}
    </>
  );
}

function ButtonLinkWithLine({
  line,
  href,
  word,
  isNext,
}: {
  readonly line: string;
  readonly href: string;
  readonly word: string;
  /** The one thing to do here now. */
  readonly isNext: boolean;
}) {
  return (
    <>
      <p class="muted">{line}</p>
      <div>
        <ButtonLink href={href} kind={isNext ? "primary" : "quiet"}>
          {word}
        </ButtonLink>
      </div>
    </>
  );
}

interface PlannedProps {
  readonly room: RoomInHand;
  readonly session: Session & { readonly plan: Slot };
  readonly phase: SessionPhase;
}

function Planned({ room, session, phase }: PlannedProps) {
  const base = `/rooms/${room.roomId}/sessions`;
  const word = phase === "meet" ? text.begin : phase === "close-alone" ? text.close : text.prepare;
  const theyAreLate = session.late[room.other];
  const step = phase === "meet" ? (session.step ?? "open") : phase === "close-alone" ? "close" : "prepare";
  return (
    <>
      <p class="strong">{formatMoment(session.plan.startsAt)}</p>
      <p class="muted small">{whenWords(room, session.plan)}</p>
      {theyAreLate !== undefined && <output>{text.theyAreLate(room.name, theyAreLate)}</output>}
      {phase === "far" ? (
        <p class="muted small">{text.prepareOpens(formatMoment(later(session.plan.startsAt, -prepareBeforeMs)))}</p>
      ) : (
        <div>
          <ButtonLink href={`${base}/${session.id}/${step}`}>{word}</ButtonLink>
        </div>
      )}
      {closedSessions(room.view.state.sessions).length === 0 && phase !== "close-alone" && (
        <p class="muted small">{text.firstPlan}</p>
      )}
      {phase !== "close-alone" && <NextTopic room={room} session={session} />}
    </>
  );
}
