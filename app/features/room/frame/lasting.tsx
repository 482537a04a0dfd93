import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/** Most things pass in a moment, and a line that comes and goes with each would push the page about: it stands once it has lasted. */
const patienceMs = 2000;

/** Shows what it holds once that has lasted. */
export function Lasting({ children }: { readonly children: ComponentChildren }) {
  const isLate = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (isLate.value = true), patienceMs);
    return () => clearTimeout(timer);
  }, [isLate]);
  return isLate.value ? children : null;
}
