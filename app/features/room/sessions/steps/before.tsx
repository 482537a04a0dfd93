import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { mentorPrecheck } from "../../../../../content/en/mentor.generated.ts";
import { listenBasics } from "../../../../../content/en/talking.generated.ts";
import { plainText } from "../../../../../content/blocks.ts";
import { Checkbox } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { Hideable } from "../../choices/hideable.tsx";
import { type RoomInHand, useOwn, writeOwn } from "../../frame/hand.tsx";
import { PowerOffer } from "../../partner/why.tsx";
import { eventOf } from "../../state/schema.ts";
import { ReadyTicked } from "../private/schema.ts";
import { closedSessions, type Session } from "../rules.ts";
import { WayLine } from "../when/way-line.tsx";
import { listening, ofSession } from "./cards/rules.ts";
import { stepsText as text } from "./text.ts";

/** Props of `Before`. */
export interface BeforeProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** The last minute before a session: a check for the mentor, a tip on listening, how you meet, and a tick for oneself (P23, P25, P57, P69). */
export function Before({ room, session }: BeforeProps) {
  const hidden = useOwn()?.state.choices.hidden ?? [];
  const isExpert = hidden.includes(listening);
  return (
    <>
      {session.way && (
        <section class="stack stack-small">
          <WayLine way={session.way} />
          <Fallback room={room} />
        </section>
      )}
      <section class="stack stack-small">
        {room.relationship.myRole === "mentor" && !isExpert && !hidden.includes("mentor.precheck") && (
          <Disclosure summary={text.minute}>
            <Hideable card="mentor.precheck">
              <Guidance block={mentorPrecheck} />
            </Hideable>
          </Disclosure>
        )}
        {closedSessions(room.view.state.sessions).length === 0 && <PowerOffer relationship={room.relationship} />}
        {!isExpert && <p class="muted small">{tipOf(room)}</p>}
        <Ready session={session} />
      </section>
    </>
  );
}

/** One sentence of the listening guide for each session. */
function tipOf(room: RoomInHand): string {
  const sentences = plainText(listenBasics).match(/[^.]+\./g) ?? [];
  return ofSession(sentences, closedSessions(room.view.state.sessions).length)?.trim() ?? "";
}

/** What the two agreed to do where the line fails. */
function Fallback({ room }: { readonly room: RoomInHand }) {
  const reply = room.view.state.agreement.parts.reply?.agreed;
  if (reply?.part !== "reply" || reply.content.channel === "") return null;
  return <p class="muted">{`${text.ifItFails}: ${reply.content.channel}`}</p>;
}

function Ready({ session }: { readonly session: Session }) {
  const own = useOwn();
  const kept = own?.state.sessions.ready.includes(session.id) ?? false;
  const ready = useSignal(kept);
  useEffect(() => {
    ready.value = kept;
  }, [kept, ready]);
  return (
    <Checkbox
      label={text.ready}
      hint={text.readyHint}
      value={ready}
      onChange={(isOn) => void writeOwn(eventOf(ReadyTicked, { sessionId: session.id, ready: isOn }))}
    />
  );
}
