import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { dayOf, formatDay, formatTime } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { useNow, useOwn, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { putOffUntil, tomorrow } from "./rules.ts";
import { ActPutOff } from "./schema.ts";
import { onceText as text } from "./said/text.ts";

/** Props of `Once`. */
export interface OnceProps {
  /** Names the act for its owner's own log, as in "release:ID". */
  readonly act: string;
  /** The button that opens it, and the one that does it. */
  readonly label: string;
  /** Says who will see what; fields that the act needs. */
  readonly children: ComponentChildren;
  /** Answers false where something is still missing, so that it stays open. */
  readonly onAct: () => Promise<boolean>;
  /** Beside other things that can be done: not the one that stands out. */
  readonly isPlain?: boolean;
}

/** An act that cannot be taken back: asked once, in plain words, with a day's wait for whoever likes one (P52). */
export function Once({ act, label, children, onAct, isPlain = false }: OnceProps) {
  const open = useSignal(false);
  const busy = useSignal(false);
  const own = useOwn();
  const now = useNow();
  const until = own && putOffUntil(own.state.drawer, act, now);

  async function handleAct() {
    busy.value = true;
    const isDone = await onAct();
    busy.value = false;
    if (isDone) open.value = false;
  }
  async function handleWait() {
    if (await writeOwn(eventOf(ActPutOff, { act, until: tomorrow(now) }))) open.value = false;
  }

  if (!open.value)
    return (
      <div class="stack stack-small">
        {until !== undefined && (
          <p class="muted small">{text.waits(`${formatDay(dayOf(until))}, ${formatTime(until)}`)}</p>
        )}
        <div class={isPlain ? "buttons-plain" : undefined}>
          <Button kind={isPlain ? "plain" : "quiet"} onClick={() => (open.value = true)}>
            {label}
          </Button>
        </div>
      </div>
    );
  return (
    <Card soft>
      <div class="stack">
        {children}
        <div class="buttons">
          <Button busy={busy.value} onClick={() => void handleAct()}>
            {label}
          </Button>
          <Button kind="quiet" onClick={() => void handleWait()}>
            {text.wait}
          </Button>
          <Button kind="plain" onClick={() => (open.value = false)}>
            {text.leave}
          </Button>
        </div>
      </div>
    </Card>
  );
}
