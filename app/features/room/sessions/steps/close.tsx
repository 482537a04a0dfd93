import { type Signal, useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { Instant } from "../../../../values/instant.ts";
import type { AccountId } from "../../../../values/id.ts";
import { formatMoment, ownZone } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { CommitmentForm } from "../../commitments/commitment-form.tsx";
import { CommitmentRow } from "../../commitments/commitment-row.tsx";
import { openCommitments } from "../../commitments/rules.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { SessionPage } from "../../pages/page-link.tsx";
import { eventOf } from "../../state/schema.ts";
import { closedSessions, type Session } from "../rules.ts";
import { SessionClosed, SessionReopened } from "../schema.ts";
import { TakeTopic } from "../topics/take-topic.tsx";
import type { CloseCardProps } from "./about-us.tsx";
import { keepAll, keepTakeaway, nextFields, takeawayField } from "./keeping.tsx";
import { dayMet, isAhead } from "./rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";

/** Close: about us, one takeaway each, one thing to do, the next date (P84). One button keeps what was typed. Can be done alone up to 48 hours later. */
export function CloseStep({ room, session }: StepProps) {
  const { route } = useLocation();
  const asks = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const isClosed = session.standing === "closed";
  async function handleClose() {
    asks.value = false;
    busy.value = true;
    const unkept = await keepAll(room, session);
    fault.value = unkept?.date;
    const isThere = !unkept && (isClosed || (await close(room, session)));
    busy.value = false;
    const why = unkept?.date ?? unkept?.other;
    if (why !== undefined) toast(why);
    if (isThere) route(`/rooms/${room.roomId}`);
  }
  return (
    <>
      <AboutUs room={room} session={session} />
      <Takeaway room={room} session={session} of={room.me} label={text.takeaway} />
      <OtherTakeaway room={room} session={session} />
      <WillDo room={room} session={session} />
      <TopicLeft room={room} session={session} />
      <NextDate room={room} session={session} fields={nextFields(session)} fault={fault} />
      <HowItWas room={room} session={session} />
      <OneCard room={room} session={session} />
      <ConfirmRecovery />
      <p>
        <SessionPage room={room} sessionId={session.id} />
      </p>
      <StepFoot room={room}>
        <Button
          busy={busy.value}
          onClick={() => {
            if (isAhead(session, Instant.parse(Date.now()))) asks.value = true;
            else void handleClose();
          }}
        >
          {isClosed ? text.keepAll : text.closeNow}
        </Button>
      </StepFoot>
      <AskHeld session={session} open={asks} onHeld={() => void handleClose()} />
    </>
  );
}

/** The first meeting has a plan of its own: what one brought along is not lost by it. */
function TopicLeft({ room, session }: CloseCardProps) {
  const topic = session.topics[room.me] ?? "";
  const isFirst = closedSessions(room.view.state.sessions).every(({ id }) => id === session.id);
  if (!isFirst || topic === "") return null;
  return (
    <section class="stack stack-small">
      <p class="muted small">{text.topicToday}</p>
      <Words>{topic}</Words>
      <TakeTopic room={room} topic={topic} words={text.topicNextTime} beside={session.id} />
    </section>
  );
}

interface AskHeldProps {
  readonly session: Session;
  readonly open: Signal<boolean>;
  readonly onHeld: () => void;
}

/** Before a session's time: whoever looked ahead closes nothing by it. */
function AskHeld({ session, open, onHeld }: AskHeldProps) {
  const actions = (
    <>
      <Button onClick={onHeld}>{text.heldNow}</Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.notNow}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={text.aheadTitle} actions={actions}>
      <p>{session.plan && text.ahead(formatMoment(session.plan.startsAt))}</p>
    </Dialog>
  );
}

/** Says that it is over, with a way to say that it is not. */
async function close(room: RoomInHand, session: Session): Promise<boolean> {
  const sessionId = session.id;
  const metOn = dayMet(session, Instant.parse(Date.now()), ownZone());
  if (!(await room.write(eventOf(SessionClosed, { sessionId, metOn })))) return false;
  toast(text.closed, { undo: () => void room.write(eventOf(SessionReopened, { sessionId })) });
  return true;
}

const ConfirmRecovery = lazily(() => import("../../keys/confirm-recovery.tsx").then((m) => m.ConfirmRecovery));
const AboutUs = lazily(() => import("./about-us.tsx").then((m) => m.AboutUs));
const HowItWas = lazily(() => import("./about-us.tsx").then((m) => m.HowItWas));
const NextDate = lazily(() => import("./next-date.tsx").then((m) => m.NextDate));
const OneCard = lazily<CloseCardProps>(async () => {
  const card = await import("./one-card.tsx");
  await Promise.all(card.parts.map((part) => part.fetch()));
  return card.OneCard;
});
/** What is fetched with this step. */
export const parts = [AboutUs, HowItWas, OneCard, ConfirmRecovery, NextDate];

interface TakeawayProps {
  readonly room: RoomInHand;
  readonly session: Session;
  readonly of: AccountId;
  readonly label: string;
}

/** Kept by the button that closes; Enter keeps it at once. */
function Takeaway({ room, session, of, label }: TakeawayProps) {
  const said = useSignal("");
  async function handleSave() {
    if (await keepTakeaway(room, session, of)) said.value = text.saved;
  }
  return (
    <form
      class="stack stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <TextField label={label} value={takeawayField(session, of)} />
      <output class="muted small">{said.value}</output>
    </form>
  );
}

function OtherTakeaway({ room, session }: { readonly room: RoomInHand; readonly session: Session }) {
  const theirs = session.takeaways[room.other];
  if (theirs)
    return (
      <div>
        <p class="muted small">{text.takeawayTheirs(room.name)}</p>
        <Words>{theirs}</Words>
      </div>
    );
  if (session.standing === "closed") return null;
  return (
    <Disclosure summary={text.takeawayOther(room.name)}>
      <Takeaway room={room} session={session} of={room.other} label={text.takeawayTheirs(room.name)} />
    </Disclosure>
  );
}

function WillDo({ room, session }: { readonly room: RoomInHand; readonly session: Session }) {
  const made = openCommitments(room.view.state.commitments).filter(({ sessionId }) => sessionId === session.id);
  return (
    <section class="stack">
      <h2>{text.willDo}</h2>
      <ul class="rows">
        {made.map((commitment) => (
          <CommitmentRow key={commitment.id} room={room} commitment={commitment} />
        ))}
      </ul>
      <CommitmentForm room={room} sessionId={session.id} isKeptLater />
    </section>
  );
}
