import { itemTexts } from "../../../../../content/blocks.ts";
import { confReminder } from "../../../../../content/en/confidentiality.generated.ts";
import { askWarmup } from "../../../../../content/en/questions.generated.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { Quiet } from "../../choices/quiet.tsx";
import { closedSessions } from "../rules.ts";
import { WayLine } from "../when/way-line.tsx";
import { ofSession } from "./cards/rules.ts";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";
import { TopicField } from "./topic.tsx";

const ReviewCard = lazily(() => import("../../reviews/review-card.tsx").then((m) => m.ReviewCard));
/** What is fetched with this step. */
export const parts = [ReviewCard];

/**
 * Open: the short reminder first, without a tick, then the topic, the mentee's first (P11, P59). Quiet and a light question
 * are there for whoever likes them (P06, P54). Nobody sees who read what.
 */
export function OpenStep({ room, session, goTo }: StepProps) {
  const isMentee = room.relationship.myRole === "mentee";
  const held = closedSessions(room.view.state.sessions).length;
  const warmup = ofSession(itemTexts(askWarmup), held) ?? "";
  return (
    <>
      <Guidance
        block={confReminder}
        size="large"
        values={{ "Read the limits": <Link href={`/rooms/${room.roomId}/agreement#limits`}>{text.readLimits}</Link> }}
      />
      <section class="stack session-part">
        <Quiet sessionId={session.id} />
        <Disclosure summary={text.arrive}>
          <Words large>{warmup}</Words>
        </Disclosure>
      </section>
      <section class="stack session-part">
        {held === 0 && <p class="muted">{text.firstPlan}</p>}
        <h2>{isMentee ? text.whereShallWeStart : text.whereToStart(room.name)}</h2>
        <TopicField room={room} session={session} marks={held > 0} />
      </section>
      {session.way && session.way.where !== "" && <WayLine way={session.way} />}
      <ReviewCard room={room} session={session} />
      <StepFoot room={room}>
        <Button onClick={() => goTo("talk")}>{text.toTalk}</Button>
      </StepFoot>
    </>
  );
}
