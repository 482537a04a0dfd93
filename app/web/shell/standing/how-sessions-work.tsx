import type { Block } from "../../../../content/blocks.ts";
import {
  sessionClose,
  sessionFirstfour,
  sessionOpen,
  sessionOverview,
  sessionPrepare,
  sessionTalk,
} from "../../../../content/en/sessions.generated.ts";
import { Card } from "../../ui/card.tsx";
import { Guidance } from "../../ui/guidance.tsx";
import { Page } from "../../ui/page.tsx";
import { sessionsText as text } from "./text.ts";

const steps: ReadonlyArray<{ readonly name: keyof typeof text.stepNames; readonly block: Block }> = [
  { name: "prepare", block: sessionPrepare },
  { name: "open", block: sessionOpen },
  { name: "talk", block: sessionTalk },
  { name: "close", block: sessionClose },
];

/** *How sessions work*: the four steps, as they appear in a session. */
export function HowSessionsWork() {
  return (
    <Page title={text.title} back={{ href: "/", text: text.home }}>
      <div class="stack stack-sections">
        <Guidance block={sessionOverview} />
        <section class="stack">
          <h2>{text.steps}</h2>
          {steps.map(({ name, block }) => (
            <Card key={name} tag={text.when[name]} title={text.stepNames[name]}>
              <Guidance block={block} />
            </Card>
          ))}
        </section>
        <section class="stack">
          <h2>{text.four}</h2>
          <Guidance block={sessionFirstfour} />
        </section>
      </div>
    </Page>
  );
}
