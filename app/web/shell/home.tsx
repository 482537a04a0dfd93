import { useSignal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import { fetchSealedOnHome, RoomsOnHome } from "../../features/room/frame/home/home-rooms.tsx";
import { usePairs } from "../../features/room/frame/pairs.tsx";
import { me } from "../../features/programme/sign-in/api.ts";
import { lazily } from "../ui/lazily.tsx";
import { Page } from "../ui/page.tsx";
import type { NewsOnHomeProps } from "./home-news.tsx";
import { homeText } from "./text.ts";

const NewsOnHome = lazily<NewsOnHomeProps>(() =>
  import("./home-news.tsx").then(
    (m) => m.NewsOnHome,
    () => NoNews,
  ),
);

// Beside the first screen, not after it.
void NewsOnHome.fetch();
void fetchSealedOnHome();

/** What is next for me, in one screen: every relationship by its next date, suggestions to answer, what I said I would do. Nothing moves once it stands. */
export function Home() {
  const [hour] = useState(() => new Date().getHours());
  const newsAreKnown = useSignal(false);
  const pairs = usePairs();
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const name = me.value?.name.split(" ")[0] ?? "";
  return (
    <Page title={homeText.hello(part, name)} windowTitle="Home">
      <RoomsOnHome isSettled={newsAreKnown.value}>
        <NewsOnHome isShown={pairs.value !== undefined} onKnown={() => (newsAreKnown.value = true)} />
      </RoomsOnHome>
    </Page>
  );
}

/** The news could not be fetched; the rooms stand without them. */
function NoNews({ onKnown }: NewsOnHomeProps) {
  // oxlint-disable-next-line react/exhaustive-deps -- once: that they do not come is known from the first
  useLayoutEffect(onKnown, []);
  return null;
}
