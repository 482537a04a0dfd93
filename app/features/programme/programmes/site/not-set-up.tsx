import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Notice } from "../../../../web/ui/notice.tsx";
import { readSite } from "../api.ts";
import { text } from "./text.ts";

/** On the sign-in page, before anybody has set Oakroom up: nobody would get a mail. Else nothing. */
export function NotSetUp() {
  const isMissing = useSignal(false);
  useEffect(() => {
    const stopper = new AbortController();
    const ask = () =>
      void readSite(stopper.signal).then(
        (answer) => (isMissing.value = answer.kind === "done" && answer.value.organisation === null),
        () => undefined,
      );
    ask();
    // Somebody may set it up in another tab meanwhile.
    globalThis.addEventListener("focus", ask, { signal: stopper.signal });
    return () => stopper.abort();
  }, [isMissing]);
  if (!isMissing.value) return null;
  return (
    <Notice kind="care" title={text.notSetUp} announce>
      {text.notSetUpWords}
    </Notice>
  );
}
