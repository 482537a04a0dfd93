import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { CloseIcon, UndoIcon } from "./icons.tsx";
import "./toast.css";

interface Told {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const told = signal<Told | undefined>(undefined);
let count = 0;

/** Says in a line what was just done, with a way to undo it. A newer line takes the place of an older one. */
export function toast(text: string, act?: { readonly undo: () => void }): void {
  count += 1;
  told.value = { id: count, text, undo: act?.undo };
}

/** How long a line stays, in ms; longer with an undo. It stays while the pointer or the focus is on it. */
const stayMs = { plain: 6000, undo: 15_000 };

/** Where lines of `toast` appear; the shell places it once. */
export function Toasts() {
  const now = told.value;
  const held = useRef(false);

  useEffect(() => {
    if (!now) return undefined;
    let timer = 0;
    function wait() {
      timer = window.setTimeout(
        () => {
          if (held.current) wait();
          else told.value = undefined;
        },
        now?.undo ? stayMs.undo : stayMs.plain,
      );
    }
    wait();
    return () => window.clearTimeout(timer);
  }, [now]);

  function hold(on: boolean) {
    held.current = on;
  }

  return (
    <div class="toasts" role="status" aria-live="polite">
      {now && (
        <div
          class="toast"
          key={now.id}
          onMouseEnter={() => hold(true)}
          onMouseLeave={() => hold(false)}
          onFocusIn={() => hold(true)}
          onFocusOut={() => hold(false)}
          onKeyDown={(event) => {
            if (event.key === "Escape") told.value = undefined;
          }}
        >
          <span>{now.text}</span>
          {now.undo && (
            <button
              type="button"
              class="toast-undo"
              onClick={() => {
                told.value = undefined;
                now.undo?.();
              }}
            >
              <UndoIcon /> Undo
            </button>
          )}
          <button
            type="button"
            class="toast-close"
            aria-label="Close"
            onClick={() => {
              told.value = undefined;
            }}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
