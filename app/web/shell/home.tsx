import { me } from "../../features/programme/sign-in/api.ts";
import { useState } from "preact/hooks";
import { Page } from "../ui/page.tsx";
import { homeText } from "./text.ts";

/** What is next for me. Features put their parts here. */
export function Home() {
  const [hour] = useState(() => new Date().getHours());
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const name = me.value?.name.split(" ")[0] ?? "";
  return (
    <Page title={homeText.hello(part, name)} windowTitle="Home">
      <p class="muted" />
    </Page>
  );
}
