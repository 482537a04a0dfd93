import { useState } from "preact/hooks";
import { RoomsOnHome } from "../../features/room/frame/home-rooms.tsx";
import { UnfinishedOnHome } from "../../features/programme/enrolment/unfinished.tsx";
import { SuggestionsOnHome } from "../../features/programme/matching/proposals/suggestions-on-home.tsx";
import { me } from "../../features/programme/sign-in/api.ts";
import { Page } from "../ui/page.tsx";
import { homeText } from "./text.ts";

/** What is next for me, in one screen: suggestions to answer, every relationship by its next date, what I said I would do. */
export function Home() {
  const [hour] = useState(() => new Date().getHours());
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const name = me.value?.name.split(" ")[0] ?? "";
  return (
    <Page title={homeText.hello(part, name)} windowTitle="Home">
      <div class="stack stack-large">
        <UnfinishedOnHome />
        <SuggestionsOnHome />
        <RoomsOnHome />
      </div>
    </Page>
  );
}
