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

/** How long a line stays, in ms; longer with an undo. It stays while the focus is on it, or a pointer that came to it: one that only rests where it appears does not hold it. */
const stayMs = { plain: 6000, undo: 15_000 };

/** Where lines of `toast` appear; the shell places it once. */
export function Toasts() {
  const now = told.value;
  return <output class="toasts">{now && <Line key={now.id} told={now} />}</output>;
}

function escape(event: KeyboardEvent): void {
  if (event.key === "Escape") told.value = undefined;
}

/** Takes the line away after its time, or with Escape; the answer stops that. */
function stay(held: () => boolean, now: Told): () => void {
  let timer = 0;
  const wait = () => {
    timer = window.setTimeout(leave, now.undo ? stayMs.undo : stayMs.plain);
  };
  const leave = () => {
    if (held()) wait();
    else told.value = undefined;
  };
  wait();
  addEventListener("keydown", escape);
  return () => {
    window.clearTimeout(timer);
    removeEventListener("keydown", escape);
  };
}

function Line({ told: now }: { readonly told: Told }) {
  const line = useRef<HTMLSpanElement>(null);
  const hasCome = useRef(false);

  useEffect(
    () => stay(() => line.current?.matches(hasCome.current ? ":hover, :focus-within" : ":focus-within") === true, now),
    [now],
  );

  function handleUndo() {
    told.value = undefined;
    now.undo?.();
  }

  return (
    <span
      ref={line}
      class="toast"
      onPointerMove={({ movementX, movementY }) => (hasCome.current ||= movementX !== 0 || movementY !== 0)}
    >
      <span class="toast-words">{now.text}</span>
      {now.undo && (
        <button type="button" class="toast-undo" onClick={handleUndo}>
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
    </span>
  );
}
