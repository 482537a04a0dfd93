import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { listenToKeys, useKey } from "../client/keys.ts";
import { lazily } from "../ui/lazily.tsx";
import { keysText as text } from "./keys-text.ts";
import { showLateTypeface } from "./typeface.ts";

const KeysList = lazily<{ readonly open: Signal<boolean> }>(() => import("./keys-list.tsx").then((m) => m.KeysList));

/** Listens to single keys and shows the list of those in force on `?`. */
export function KeysDialog() {
  const open = useSignal(false);
  const wanted = useSignal(false);
  const { route } = useLocation();
  useEffect(() => listenToKeys(), []);
  // Here since this comes beside the first screen, and costs that nothing.
  useEffect(showLateTypeface, []);
  useKey("?", text.show, () => {
    wanted.value = true;
    open.value = true;
  });
  useKey("g h", text.home, () => route("/"));
  useKey("g e", text.help, () => route("/help"));
  return wanted.value ? <KeysList open={open} /> : null;
}
