import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { Instant } from "../../../../values/instant.ts";
import type { AccountId } from "../../../../values/id.ts";
import { draft } from "../../../../web/client/draft.ts";
import { ownZone } from "../../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { CommitmentForm, keepCommitment } from "../../commitments/commitment-form.tsx";
import { CommitmentRow } from "../../commitments/commitment-row.tsx";
import { openCommitments } from "../../commitments/rules.ts";
import { refusalText } from "../../commitments/text.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { SessionPage } from "../../pages/page-link.tsx";
import { eventOf } from "../../state/schema.ts";
import type { Session } from "../rules.ts";
import { SessionClosed, SessionTakeaway } from "../schema.ts";
import type { CloseCardProps } from "./about-us.tsx";
import { dayMet } from "./rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";

/** Close: about us, one takeaway each, one thing to do, the next date (P84). Can be done alone up to 48 hours later. */
export function CloseStep({ room, session }: StepProps) {
  const { route } = useLocation();
  async function handleClose() {
    // What stands in the fields is meant, whether or not it was kept before.
    await keepTakeaway(room, session, room.me);
    if (session.takeaways[room.other] === undefined) await keepTakeaway(room, session, room.other);
    const kept = await keepCommitment(room, { sessionId: session.id });
    if (kept !== undefined && kept !== "empty") {
      if (kept !== "not-written") toast(refusalText[kept]);
      return;
    }
    const metOn = dayMet(session, Instant.parse(Date.now()), ownZone());
    if (!(await room.write(eventOf(SessionClosed, { sessionId: session.id, metOn })))) return;
    toast(text.closed);
    route(`/rooms/${room.roomId}`);
  }
  return (
    <>
      <AboutUs room={room} session={session} />
      <Takeaway room={room} session={session} of={room.me} label={text.takeaway} />
      <OtherTakeaway room={room} session={session} />
      <WillDo room={room} session={session} />
      <p>
        <SessionPage room={room} sessionId={session.id} />
      </p>
      <NextDate room={room} session={session} />
      <HowItWas room={room} session={session} />
      <OneCard room={room} session={session} />
      <StepFoot room={room} line={text.closeAlone}>
        {session.standing === "closed" ? (
          <ButtonLink href={`/rooms/${room.roomId}`}>{text.room}</ButtonLink>
        ) : (
          <Button onClick={() => void handleClose()}>{text.closeNow}</Button>
        )}
      </StepFoot>
    </>
  );
}

const AboutUs = lazily(() => import("./about-us.tsx").then((m) => m.AboutUs));
const HowItWas = lazily(() => import("./about-us.tsx").then((m) => m.HowItWas));
const NextDate = lazily(() => import("./next-date.tsx").then((m) => m.NextDate));
const OneCard = lazily<CloseCardProps>(async () => {
  const card = await import("./one-card.tsx");
  await Promise.all(card.parts.map((part) => part.fetch()));
  return card.OneCard;
});
/** What is fetched with this step. */
export const parts = [AboutUs, HowItWas, OneCard, NextDate];

function takeawayKey(session: Session, of: AccountId): string {
  return `takeaway:${session.id}:${of}`;
}

/** Writes down what one of the two takes along, where it is new. */
async function keepTakeaway(room: RoomInHand, session: Session, of: AccountId): Promise<boolean> {
  const kept = session.takeaways[of] ?? "";
  const words = draft(takeawayKey(session, of), kept).value.trim();
  if (words === "" || words === kept) return false;
  return (await room.write(eventOf(SessionTakeaway, { sessionId: session.id, of, text: words }))) !== undefined;
}

interface TakeawayProps {
  readonly room: RoomInHand;
  readonly session: Session;
  readonly of: AccountId;
  readonly label: string;
}

function Takeaway({ room, session, of, label }: TakeawayProps) {
  const words = draft(takeawayKey(session, of), session.takeaways[of] ?? "");
  const said = useSignal("");
  async function handleSave() {
    if (await keepTakeaway(room, session, of)) said.value = text.saved;
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <TextField label={label} hint={text.takeawayHint} value={words} />
      <div class="cluster">
        <Button type="submit" kind="quiet">
          {text.keep}
        </Button>
        <output class="muted small">{said.value}</output>
      </div>
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
      <p class="muted">{text.willDoLead}</p>
      <ul class="rows">
        {made.map((commitment) => (
          <CommitmentRow key={commitment.id} room={room} commitment={commitment} />
        ))}
      </ul>
      <CommitmentForm room={room} sessionId={session.id} />
    </section>
  );
}
