import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { CloseIcon } from "./icons.tsx";
import "./dialog.css";

/** Props of `Dialog`. */
export interface DialogProps {
  /** Shown while true; Escape, the closing cross, a link followed and a press beside it set it back. */
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the main one first. */
  readonly actions?: ComponentChildren;
}

/** The browser's own modal dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ open, title, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const shown = open.value;

  useEffect(() => {
    const element = dialog.current;
    if (shown && element && !element.open) {
      element.showModal();
      element.querySelector("h2")?.focus();
    }
    if (!shown && element?.open) element.close();
  }, [shown]);

  useEffect(() => {
    const element = dialog.current;
    const leave = (event: MouseEvent) => {
      const followed = event.target instanceof Element && event.target.closest("a[href]");
      if (event.target === element || followed) element?.close();
    };
    element?.addEventListener("click", leave);
    return () => element?.removeEventListener("click", leave);
  }, []);

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onClose={() => {
        open.value = false;
      }}
    >
      {shown && (
        <div class="dialog-sheet">
          <div class="dialog-head">
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            <button type="button" class="dialog-close" aria-label="Close" onClick={() => dialog.current?.close()}>
              <CloseIcon />
            </button>
          </div>
          <div class="dialog-body">{children}</div>
          {actions !== undefined && <div class="buttons dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
