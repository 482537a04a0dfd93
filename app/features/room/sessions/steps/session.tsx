import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Instant } from "../../../../values/instant.ts";
import { Bar } from "../../../../web/ui/bar.tsx";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { Steps } from "../../../../web/ui/steps.tsx";
import { Conditions } from "../../frame/condition.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { Held } from "../../frame/room-page.tsx";
import { eventOf } from "../../state/schema.ts";
import type { Session as RoomSession, SharedStep } from "../rules.ts";
import { SessionStepped } from "../schema.ts";
import { isAhead } from "./rules.ts";
import { type StepName, stepNames, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";
import "./session.css";

/** A session in full screen, one step at a time. One person may lead; a second screen sees where the other is. */
export function Session({
  roomId,
  sessionId,
  step,
}: {
  readonly roomId: string;
  readonly sessionId: string;
  readonly step: string;
}) {
  const name = stepNames.find((each) => each === step) ?? "prepare";
  // Beside the room, which is being read meanwhile.
  useEffect(() => void screens[name].fetch(), [name]);
  const around = { base: `/rooms/${roomId}`, sessionId, name };
  return (
    <Held roomId={roomId} renderWaiting={(rest) => <Around {...around}>{rest}</Around>}>
      {(room) => {
        const session = room.view.state.sessions.all.find(({ id }) => id === sessionId);
        if (!session) return <Missing room={room} />;
        return (
          <Around {...around}>
            <InStep room={room} session={session} name={name} />
          </Around>
        );
      }}
    </Held>
  );
}

interface AroundProps {
  /** The address of the room. */
  readonly base: string;
  readonly sessionId: string;
  readonly name: StepName;
  readonly children: ComponentChildren;
}

/** What stands around a step, also while the room is read. */
function Around({ base, sessionId, name, children }: AroundProps) {
  return (
    <div class="session">
      <Bar
        home={base}
        middle={
          <Steps
            label={text.label}
            current={stepNames.indexOf(name)}
            // Whether somebody prepared is theirs to know.
            steps={stepNames.map((each) => ({
              text: text[each],
              href: `${base}/sessions/${sessionId}/${each}`,
              isDone: each !== "prepare",
            }))}
          />
        }
        end={<a href="/help">{text.help}</a>}
      />
      <Page
        key={name}
        title={text.titles[name]}
        titleUnseen={name === "open" || name === "talk"}
        width="text"
        back={{ href: base, text: text.room }}
      >
        <div class="stack stack-sections">{children}</div>
      </Page>
    </div>
  );
}

/** A step comes with the parts that it is made of, so that nothing moves when they come. */
async function whole<Step extends { readonly parts: ReadonlyArray<{ readonly fetch: () => Promise<void> }> }>(
  load: Promise<Step>,
): Promise<Step> {
  const step = await load;
  await Promise.all(step.parts.map((part) => part.fetch()));
  return step;
}

const screens = {
  prepare: lazily<StepProps>(async () => (await whole(import("./prepare.tsx"))).PrepareStep),
  open: lazily<StepProps>(async () => (await whole(import("./open.tsx"))).OpenStep),
  talk: lazily<StepProps>(async () => (await whole(import("./talk.tsx"))).TalkStep),
  close: lazily<StepProps>(async () => (await whole(import("./close.tsx"))).CloseStep),
};

interface InStepProps {
  readonly room: RoomInHand;
  readonly session: RoomSession;
  readonly name: StepName;
}

function InStep({ room, session, name }: InStepProps) {
  const { route } = useLocation();
  const base = `/rooms/${room.roomId}/sessions/${session.id}`;
  const goTo = (next: StepName) => {
    const isOn = session.standing === "planned" && !isAhead(session, Instant.parse(Date.now()));
    if (next !== "prepare" && isOn && session.step !== next)
      void room.write(eventOf(SessionStepped, { sessionId: session.id, step: next }));
    route(`${base}/${next}`);
    scrollTo(0, 0);
  };
  const Screen = screens[name];
  const next = stepNames[stepNames.indexOf(name) + 1];
  // Whoever goes on finds the next step already here.
  useEffect(() => void (next && screens[next].fetch()), [next]);
  return (
    <>
      <Conditions room={room} />
      <Elsewhere room={room} session={session} name={name} onFollow={goTo} />
      <Screen room={room} session={session} goTo={goTo} />
    </>
  );
}

interface ElsewhereProps {
  readonly room: RoomInHand;
  readonly session: RoomSession;
  readonly name: StepName;
  readonly onFollow: (step: SharedStep) => void;
}

/** Where the other's screen is, when it is further on. */
function Elsewhere({ room, session, name, onFollow }: ElsewhereProps) {
  const { step } = session;
  if (step === undefined || stepNames.indexOf(step) <= stepNames.indexOf(name)) return null;
  return (
    <Notice
      announce
      actions={
        <Button kind="quiet" onClick={() => onFollow(step)}>
          {text.followButton}
        </Button>
      }
    >
      {text.follow(room.name, text[step])}
    </Notice>
  );
}

function Missing({ room }: { readonly room: RoomInHand }) {
  useEffect(() => scrollTo(0, 0), []);
  return (
    <Page title={text.missing} width="form">
      <ButtonLink href={`/rooms/${room.roomId}/sessions`}>{text.room}</ButtonLink>
    </Page>
  );
}
