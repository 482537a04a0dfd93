import { useState } from "preact/hooks";
import { me } from "../../features/programme/sign-in/api.ts";
import { Page } from "../ui/page.tsx";
import { homeText as text } from "./text.ts";

/** What is next for me. */
export function Home() {
  const [hour] = useState(() => new Date().getHours());
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const person = me.value;
  const manages = person?.manages ?? [];
  return (
    <Page
      title={text.hello(part, person?.name.split(" ")[0] ?? "")}
      windowTitle="Home"
      lead={manages.length === 0 ? text.quiet : undefined}
    >
      {manages.length > 0 && (
        <section class="stack stack-small">
          <h2>{text.manages}</h2>
          <ul class="rows">
            {manages.map((each) => (
              <li key={each.programmeId}>
                <a href={`/programmes/${each.programmeId}`}>{each.programmeName}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
