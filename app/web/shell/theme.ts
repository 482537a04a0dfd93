import { signal } from "@preact/signals";
import { readStored, store } from "../client/stored.ts";

/** Whether pages are light, dark, or as the device is set. */
export type Theme = "system" | "light" | "dark";

function readTheme(): Theme {
  const stored = readStored("theme");
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** The choice in force on this browser. `public/theme.js` applies it before the first paint. */
export const theme = signal<Theme>(readTheme());

/** Applies a choice and keeps it. */
export function chooseTheme(next: Theme): void {
  theme.value = next;
  store("theme", next === "system" ? undefined : next);
  if (next === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
}
