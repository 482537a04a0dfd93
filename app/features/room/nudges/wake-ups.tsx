import { useEffect, useRef } from "preact/hooks";
import { mostWakeUps } from "../../programme/mails/rules.ts";
import { type NudgeFacts, wakeUpDays } from "./rules.ts";

/**
 * Leaves the days of wake-ups on the server, where their owner has switched them on: days, and nothing of what waits (5.2).
 * Asks what the server holds first; days that hold no more are withdrawn with the others left.
 */
export function useWakeUps(facts: ReadonlyArray<NudgeFacts> | undefined): void {
  const days = facts && [...new Set(facts.flatMap(wakeUpDays))].toSorted().slice(0, mostWakeUps);
  const key = days?.join(" ");
  const left = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (days === undefined || key === undefined || left.current === key) return;
    left.current = key;
    void leave(days);
    // The days are the key.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
}

async function leave(days: ReturnType<typeof wakeUpDays>): Promise<void> {
  // Beside the screen, which shows nothing of it.
  const { putWakeUps, readMailSettings } = await import("../../programme/mails/api.ts");
  const settings = await readMailSettings();
  if (settings.kind !== "done" || !settings.value.wakeUps) return;
  const held = settings.value.wakeUpDays.join(" ");
  if (held !== days.join(" ")) await putWakeUps(days);
}
