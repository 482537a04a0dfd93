import { useSignal } from "@preact/signals";
import { readStored, store } from "../../../../web/client/stored.ts";
import { lazily } from "../../../../web/ui/lazily.tsx";
import type { HomeScreenHintProps } from "./home-screen.tsx";
import { gainsFromHomeScreen } from "./rules.ts";

const HomeScreenHint = lazily<HomeScreenHintProps>(() => import("./home-screen.tsx").then((m) => m.HomeScreenHint));

const key = "home-screen";

/** Tells of the home screen where that keeps what lies on the device; once waved away, never again. */
export function HomeScreenOnHome() {
  const isOver = useSignal(readStored(key) !== undefined || !gains());
  if (isOver.value) return null;
  function handleNo() {
    store(key, "no");
    isOver.value = true;
  }
  return <HomeScreenHint onNo={handleNo} />;
}

function gains(): boolean {
  const isStandalone =
    Reflect.get(navigator, "standalone") === true || matchMedia("(display-mode: standalone)").matches;
  return gainsFromHomeScreen({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints, isStandalone });
}
