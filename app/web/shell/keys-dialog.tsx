import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { keysInForce, listenToKeys, useKey } from "../client/keys.ts";
import { Dialog } from "../ui/dialog.tsx";
import { keysText as text } from "./text.ts";
import "./shell.css";

/** Listens to single keys and shows the list of those in force on `?`. */
export function KeysDialog() {
  const open = useSignal(false);
  const { route } = useLocation();
  useEffect(() => listenToKeys(), []);
  useKey("?", text.show, () => (open.value = true));
  useKey("g h", text.home, () => route("/"));
  useKey("g s", text.help, () => route("/help"));

  return (
    <Dialog open={open} title={text.title}>
      <dl class="keys">
        {keysInForce.value.map((key) => (
          <div key={key.keys}>
            <dt>
              {key.keys.split(" ").map((each, at) => (
                <span key={each}>
                  {at > 0 && ` ${text.between} `}
                  <kbd>{each}</kbd>
                </span>
              ))}
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
      <p class="muted small">
        {text.rest} <a href="/settings">{text.settings}</a>
      </p>
    </Dialog>
  );
}
