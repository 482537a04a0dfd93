import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { refreshMe } from "../../features/programme/sign-in/api.ts";
import { away } from "../client/client.ts";
import { OfflineIcon } from "../ui/icons.tsx";
import { shellText as text } from "./text.ts";

/** Whether this device has a network; it may still not reach Oakroom. */
export const online = signal(globalThis.navigator?.onLine ?? true);

globalThis.addEventListener?.("online", () => (online.value = true));
globalThis.addEventListener?.("offline", () => (online.value = false));

/** How long to wait before the server is asked again, in ms: never the same for two browsers. */
const askAgainMs = () => 3000 + Math.random() * 3000;

/** A quiet line while the device has no network, or the server does not answer; it is asked until it does. */
export function OfflineLine() {
  const isAway = away.value;
  useEffect(() => {
    if (!isAway) return undefined;
    const ask = () => void refreshMe().catch(() => undefined);
    const timer = setInterval(ask, askAgainMs());
    addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      removeEventListener("online", ask);
    };
  }, [isAway]);
  return (
    <output class="offline">
      {(isAway || !online.value) && (
        <span class="offline-line">
          <OfflineIcon /> {online.value ? text.away : text.offline} {text.offlineLine}
        </span>
      )}
    </output>
  );
}
