import { lazily } from "../../../web/ui/lazily.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { feedbackLineText as text } from "./said/text.ts";

// While the room is read.
const FeedbackBody = lazily(() => import("./feedback-body.tsx").then((m) => m.FeedbackBody));
void FeedbackBody.fetch();

/** How each of the two likes feedback, and thoughts that wait for their moment (P22, P81). */
export function Feedback({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.given}>
      {(room) => <FeedbackBody room={room} />}
    </RoomPage>
  );
}
