import { confBreach, confUnsure } from "../../../../content/en/confidentiality.generated.ts";
import { safetyNow, safetyOther, safetySelf } from "../../../../content/en/safety.generated.ts";
import { Guidance } from "../../ui/guidance.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { shellText } from "../text.ts";
import { helpText as text } from "./text.ts";

/** *Help and safety*: one press away on every page, also signed out; needs nothing from the server. */
export function Help() {
  return (
    <Page title={text.title} lead={text.lead}>
      <div class="stack stack-sections">
        <Notice kind="care">
          <Guidance block={safetyNow} values={{ "emergency number": text.emergency, "local line": text.line }} />
        </Notice>
        <section class="stack">
          <h2>{text.self}</h2>
          <Guidance block={safetySelf} values={{ name: text.name, "contact one": text.one, "contact two": text.two }} />
        </section>
        <section class="stack">
          <h2>{text.other}</h2>
          <Guidance block={safetyOther} values={{ name: text.name }} />
        </section>
        <section class="stack">
          <h2>{text.unsure}</h2>
          <Guidance block={confUnsure} values={{ contact: text.contact }} />
        </section>
        <section class="stack">
          <h2>{text.breach}</h2>
          <Guidance block={confBreach} values={{ contact: text.contactFirst }} />
        </section>
        <section class="stack">
          <h2>{text.more}</h2>
          <ul>
            <li>
              <a href="/how-sessions-work">{shellText.how}</a>
            </li>
            <li>
              <a href="/what-oakroom-can-see">{shellText.see}</a>
            </li>
            <li>
              <a href="/who-could-read">{shellText.read}</a>
            </li>
          </ul>
        </section>
      </div>
    </Page>
  );
}
