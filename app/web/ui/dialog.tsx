import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { CloseIcon } from "./icons.tsx";
import "./dialog.css";

/** Props of `Dialog`. */
export interface DialogProps {
  /** Shown while true; Escape and the closing cross set it back. */
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the main one first. */
  readonly actions?: ComponentChildren;
  /** "Close" unless told. */
  readonly closeText?: string;
}

/** The browser's own modal dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ open, title, children, actions, closeText = "Close" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const shown = open.value;

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (shown && !element.open) {
      element.showModal();
      heading.current?.focus();
    }
    if (!shown && element.open) element.close();
  }, [shown]);

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onClose={() => {
        open.value = false;
      }}
      onClick={(event) => {
        if (event.target === dialog.current) open.value = false;
      }}
    >
      {shown && (
        <div class="dialog-sheet">
          <div class="dialog-head">
            <h2 id={titleId} ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <button
              type="button"
              class="dialog-close"
              aria-label={closeText}
              onClick={() => {
                open.value = false;
              }}
            >
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
