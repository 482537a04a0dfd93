import type { ComponentChildren } from "preact";
import { NameDot } from "../../../../web/ui/avatar.tsx";
import { Foot } from "../../../../web/ui/bar.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import type { Session as RoomSession } from "../rules.ts";
import { stepsText } from "./text.ts";

/** The four steps, in their order. */
export const stepNames = ["prepare", "open", "talk", "close"] as const;
/** One of the four steps. */
export type StepName = (typeof stepNames)[number];

/** What every step's screen is given. */
export interface StepProps {
  readonly room: RoomInHand;
  readonly session: RoomSession;
  /** Goes to another step; tells the other's screen where it is one that both share. */
  readonly goTo: (step: StepName) => void;
}

/** Props of `StepFoot`. */
export interface StepFootProps {
  readonly room: RoomInHand;
  readonly line?: string;
  readonly children: ComponentChildren;
}

/** The foot of a step: whom one is with, and the way on. */
export function StepFoot({ room, line = "", children }: StepFootProps) {
  const name = <NameDot name={stepsText.with(room.name)} id={room.other} />;
  return (
    <Foot
      line={
        <>
          {name}
          {line !== "" && <span class="session-line">{line}</span>}
        </>
      }
    >
      {children}
    </Foot>
  );
}
