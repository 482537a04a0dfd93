import type { ComponentChildren } from "preact";
import { firstAnyquestion, firstStrengths, firstTrust } from "../../../../../content/en/first-meeting.generated.ts";
import { menteeLead } from "../../../../../content/en/mentee.generated.ts";
import { sessionTalk } from "../../../../../content/en/sessions.generated.ts";
import {
  listenBasics,
  listenRestate,
  listenUnsaid,
  listenValidate,
  listenWait,
  talkHalfway,
} from "../../../../../content/en/talking.generated.ts";
import { Card } from "../../../../web/ui/card.tsx";
import { Guidance, type GuidanceProps } from "../../../../web/ui/guidance.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Hideable } from "../../choices/hideable.tsx";
import { nameOf } from "../../choices/text.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { closedSessions, type Session } from "../rules.ts";
import { isOnListening, listening, type TalkCardName, themeOfSession } from "./cards/rules.ts";

/** Props of `TalkCard`. */
export interface TalkCardProps {
  readonly room: RoomInHand;
  readonly session: Session;
  readonly name: TalkCardName;
}

// What is more than words is here by the time somebody goes on to it.
const LimitsPart = lazily(() => import("../../agreement/limits.tsx").then((m) => m.LimitsPart));
const PartCard = lazily(() => import("../../agreement/part-card.tsx").then((m) => m.PartCard));
const NextPart = lazily(() => import("../../agreement/next-part.tsx").then((m) => m.NextPart));
const Bank = lazily(() => import("../../questions/bank.tsx").then((m) => m.Bank));
const HopesCard = lazily(() => import("../../hopes/hopes.tsx").then((m) => m.HopesCard));
const CommonGroundCard = lazily(() => import("../../common-ground/common-ground.tsx").then((m) => m.CommonGroundCard));
const ContextCard = lazily(() => import("../../context/context.tsx").then((m) => m.ContextCard));
const ManualCard = lazily(() => import("../../feedback/feedback-body.tsx").then((m) => m.ManualCard));
const GoalsCard = lazily(() => import("../../goals/goals-step.tsx").then((m) => m.GoalsCard));

const fetched: Readonly<Partial<Record<TalkCardName, { readonly fetch: () => Promise<void> }>>> = {
  limits: LimitsPart,
  scope: PartCard,
  part: NextPart,
  "ask.bank": Bank,
  hopes: HopesCard,
  "common-ground": CommonGroundCard,
  context: ContextCard,
  goals: GoalsCard,
  manual: ManualCard,
};

/** Fetches what some cards are made of. */
export async function fetchCards(names: ReadonlyArray<TalkCardName>): Promise<void> {
  await Promise.all(names.flatMap((name) => fetched[name]?.fetch() ?? []));
}

/** Cards that are words alone: what is said aloud, with the words in view. */
const words = {
  "first.strengths": firstStrengths,
  "first.anyquestion": firstAnyquestion,
  "first.trust": firstTrust,
  "session.talk": sessionTalk,
  "listen.validate": listenValidate,
  "listen.wait": listenWait,
  "listen.unsaid": listenUnsaid,
  "listen.basics": listenBasics,
  "mentee.lead": menteeLead,
  "listen.restate": listenRestate,
  "talk.halfway": talkHalfway,
} as const satisfies Partial<Record<TalkCardName, GuidanceProps<never>["block"]>>;

type WordsName = keyof typeof words;

/** What trust means to each belongs to every first agenda (P89). */
const stays: ReadonlySet<string> = new Set<WordsName>(["first.trust"]);

/** One card of Talk. */
export function TalkCard({ room, session, name }: TalkCardProps): ComponentChildren {
  switch (name) {
    case "limits":
      return <LimitsPart room={room} open={room.view.state.agreement.talked[room.me] === undefined} />;
    case "scope":
    case "rhythm":
      return <PartCard room={room} part={name} />;
    case "part":
      return <NextPart room={room} />;
    case "hopes":
      return <HopesCard room={room} />;
    case "common-ground":
      return <CommonGroundCard room={room} />;
    case "context":
      return <ContextCard room={room} />;
    case "goals":
      return <GoalsCard room={room} />;
    case "manual":
      return (
        <Hideable card={name}>
          <ManualCard room={room} />
        </Hideable>
      );
    case "ask.bank":
      return (
        <Bank
          room={room}
          sessionId={session.id}
          theme={themeOfSession(closedSessions(room.view.state.sessions).length)}
        />
      );
    default:
      if (stays.has(name)) return <WordsCard name={name} />;
      return (
        <Hideable card={name} {...(isOnListening(name) ? { group: listening } : {})}>
          <WordsCard name={name} />
        </Hideable>
      );
  }
}

function WordsCard({ name }: { readonly name: WordsName }) {
  return (
    <Card soft title={nameOf(name)}>
      <Guidance block={words[name]} size="words" />
    </Card>
  );
}
