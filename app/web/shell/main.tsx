import "../ui/base.css";
import "../ui/fonts.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "../ui/layout.css";
import { render } from "preact";
import { Fault } from "../client/answer.ts";
import { workerAddress } from "../client/trusted.ts";
import { toast } from "../ui/toast.tsx";
import { App } from "./app.tsx";
import { troubleText } from "./text.ts";

const place = document.querySelector("#oakroom");
if (place) render(<App />, place);

// A screen that fails has a page for that; a press that fails by a defect would say nothing.
addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof Fault) toast(troubleText.failedPress);
});

/** After the first screen: the shell is kept for the next visit, and for one without a network. */
async function keepShell(): Promise<void> {
  try {
    await navigator.serviceWorker.register(workerAddress("/service-worker.js"));
  } catch {
    // Private windows and some settings refuse it; everything else works without.
  }
}

if ("serviceWorker" in navigator) addEventListener("load", () => void keepShell());
