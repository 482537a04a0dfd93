import "../ui/base.css";
import "../ui/fonts.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "../ui/layout.css";
import { render } from "preact";
import { workerAddress } from "../client/trusted.ts";
import { App } from "./app.tsx";

const place = document.querySelector("#oakroom");
if (place) render(<App />, place);

/** After the first screen: the shell is kept for the next visit, and for one without a network. */
async function keepShell(): Promise<void> {
  try {
    await navigator.serviceWorker.register(workerAddress("/service-worker.js"));
  } catch {
    // Private windows and some settings refuse it; everything else works without.
  }
}

if ("serviceWorker" in navigator) addEventListener("load", () => void keepShell());
