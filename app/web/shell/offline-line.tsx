import { signal } from "@preact/signals";
import { OfflineIcon } from "../ui/icons.tsx";
import { shellText as text } from "./text.ts";

/** Whether this device has a network; it may still not reach Oakroom. */
export const online = signal(globalThis.navigator?.onLine ?? true);

globalThis.addEventListener?.("online", () => (online.value = true));
globalThis.addEventListener?.("offline", () => (online.value = false));

/** A quiet line while the device has no network. */
export function OfflineLine() {
  return (
    <output class="offline">
      {!online.value && (
        <span class="offline-line">
          <OfflineIcon /> {text.offline}
        </span>
      )}
    </output>
  );
}
