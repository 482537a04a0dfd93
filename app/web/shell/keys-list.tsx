import type { Signal } from "@preact/signals";
import { keysInForce } from "../client/keys.ts";
import { Dialog } from "../ui/dialog.tsx";
import { keysText as text } from "./keys-text.ts";
import "./shell.css";

/** The list of the single keys in force. */
export function KeysList({ open }: { readonly open: Signal<boolean> }) {
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
