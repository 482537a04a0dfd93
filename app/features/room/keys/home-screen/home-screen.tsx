import { useSignal } from "@preact/signals";
import { readStored, store } from "../../../../web/client/stored.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { gainsFromHomeScreen } from "./rules.ts";
import { homeScreenText as text } from "./text.ts";

const key = "home-screen";

/** Tells of the home screen where that keeps what lies on the device; once waved away, never again. */
export function HomeScreenHint() {
  const isOver = useSignal(readStored(key) !== undefined || !gains());
  if (isOver.value) return null;
  function handleNo() {
    store(key, "no");
    isOver.value = true;
  }
  return (
    <Notice
      title={text.title}
      actions={
        <Button kind="plain" onClick={handleNo}>
          {text.no}
        </Button>
      }
    >
      {text.words}
    </Notice>
  );
}

function gains(): boolean {
  const isStandalone =
    Reflect.get(navigator, "standalone") === true || matchMedia("(display-mode: standalone)").matches;
  return gainsFromHomeScreen({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints, isStandalone });
}
