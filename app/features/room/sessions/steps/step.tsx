import type { ComponentChildren } from "preact";
import { Foot } from "../../../../web/ui/bar.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import type { Session as RoomSession } from "../rules.ts";

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

/** The foot of a step: the way on. */
export function StepFoot({ line, children }: { readonly line?: string; readonly children: ComponentChildren }) {
  return <Foot line={line}>{children}</Foot>;
}
