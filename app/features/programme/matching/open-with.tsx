import { type Signal, useSignal, useSignalEffect } from "@preact/signals";

/** A dialog's `open` for something that is shown while it is there: closing the dialog takes it away. */
export function useOpenWith<Value>(shown: Signal<Value | undefined>): Signal<boolean> {
  const open = useSignal(false);
  useSignalEffect(() => {
    open.value = shown.value !== undefined;
  });
  useSignalEffect(() => {
    if (!open.value) shown.value = undefined;
  });
  return open;
}
