import { useEffect, useRef } from "preact/hooks";
import type { SessionId } from "../../../../values/id.ts";
import { NameDot } from "../../../../web/ui/avatar.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { type Lazily, lazily } from "../../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { timelineText as text } from "../text.ts";
import type { KindFormProps } from "./kind-form.tsx";
import type { KindName } from "./rules.ts";

/** The form of each kind. To add a kind, write its name in rules.ts, its words in ../text.ts, and its form here. */
export const forms: Readonly<Record<KindName, Lazily<KindFormProps>>> = {
  moment: lazily(() => import("../../celebrations/moment-form.tsx").then((m) => m.MomentForm)),
  differ: lazily(() => import("../../differences/differ-form.tsx").then((m) => m.DifferForm)),
  feedback: lazily(() => import("../../feedback/ask-form.tsx").then((m) => m.AskForm)),
  wrong: lazily(() => import("../../repair/owned-form.tsx").then((m) => m.OwnedForm)),
  bothering: lazily(() => import("../../repair/raised-form.tsx").then((m) => m.RaisedForm)),
  broken: lazily(() => import("../../repair/broken-form.tsx").then((m) => m.BrokenForm)),
  challenge: lazily(() => import("../../challenges/challenge-form.tsx").then((m) => m.ChallengeForm)),
  story: lazily(() => import("../../stories/story-form.tsx").then((m) => m.StoryForm)),
  advice: lazily(() => import("../../advice/advice-form.tsx").then((m) => m.AdviceForm)),
};

/** Props of `KindPlace`. */
export interface KindPlaceProps {
  readonly room: RoomInHand;
  readonly sessionId?: SessionId | undefined;
  readonly name: KindName;
  /** Back to a note: when it is sent, or left. What was typed stays where it was. */
  readonly onLeave: () => void;
}

/** The form of a kind in the place of the text box; whose room it goes into stands above it. */
export function KindPlace({ room, sessionId, name, onLeave }: KindPlaceProps) {
  const Form = forms[name];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [name]);
  return (
    <div class="stack">
      <div class="cluster cluster-apart">
        <h2 ref={heading} tabIndex={-1} class="compose-title">
          {text.kinds[name]}
        </h2>
        <Button kind="plain" onClick={onLeave}>
          {text.backToNote}
        </Button>
      </div>
      <p>
        <NameDot name={text.compose(room.name)} id={room.other} />
      </p>
      <Form room={room} sessionId={sessionId} onDone={onLeave} />
    </div>
  );
}
