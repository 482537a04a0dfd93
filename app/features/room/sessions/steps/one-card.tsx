import { useRef } from "preact/hooks";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { isToSign, SignAgreement } from "../../agreement/sign-agreement.tsx";
import { isUpwardHere } from "../../feedback/rules.ts";
import { closedSessions } from "../rules.ts";
import type { CloseCardProps } from "./about-us.tsx";

const UpwardCard = lazily(() => import("../../feedback/upward-card.tsx").then((m) => m.UpwardCard));
const ProcessNote = lazily(() => import("../../feedback/process-note.tsx").then((m) => m.ProcessNote));
/** What is fetched with this card. */
export const parts = [UpwardCard, ProcessNote];

/**
 * At most one further card at Close: what waits for a signature, then the mentor's question about their own mentoring, then
 * the mentee's note on how the two work (P30, P41).
 */
export function OneCard({ room, session }: CloseCardProps) {
  const { feedback, sessions } = room.view.state;
  const role = room.relationship.myRole;
  const held = closedSessions(sessions).filter(({ id }) => id !== session.id).length + 1;
  // Whoever has just signed reads that they did; no other card takes its place.
  const signsHere = useRef(false);
  signsHere.current ||= isToSign(room);
  if (signsHere.current) return <SignAgreement room={room} />;
  if (isUpwardHere(held, role, feedback, { sessionId: session.id, me: room.me }))
    return <UpwardCard room={room} session={session} />;
  return role === "mentee" ? <ProcessNote room={room} session={session} /> : <SignAgreement room={room} />;
}
