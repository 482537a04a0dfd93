import { useSignal } from "@preact/signals";
import { Button } from "../../app/web/ui/button.tsx";
import { Card, Words } from "../../app/web/ui/card.tsx";
import { Checkbox } from "../../app/web/ui/choice.tsx";
import { DayRule, Entry, Heard } from "../../app/web/ui/entry.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { PromiseLine } from "../../app/web/ui/promise-line.tsx";
import { Tabs } from "../../app/web/ui/tabs.tsx";
import { TextArea } from "../../app/web/ui/text-field.tsx";
import { GalleryBar } from "./gallery-bar.tsx";

const leila = { id: "leila", name: "Leila" };
const ingrid = { id: "ingrid", name: "Ingrid" };

/** A room, as in the design. */
export function RoomView() {
  return (
    <>
      <GalleryBar current="Rooms" />
      <Page title="You and Ingrid" width="room" head={<Head />}>
        <div class="with-aside">
          <Timeline />
          <Aside />
        </div>
      </Page>
    </>
  );
}

function Head() {
  const tabs = ["Timeline", "Sessions", "Agreement", "Commitments", "Goals"];
  return (
    <>
      <PromiseLine
        links={[
          { href: "#limits", text: "The limits you agreed" },
          { href: "#who", text: "Who could still read it?" },
        ]}
      >
        Written for you and Ingrid. The programme sees that you are a pair, not what you write.
      </PromiseLine>
      <Tabs label="Room" tabs={tabs.map((text) => ({ href: `#${text}`, text, current: text === "Timeline" }))} />
    </>
  );
}

function Timeline() {
  const text = useSignal("");
  return (
    <section aria-label="Timeline">
      <DayRule>Tuesday 3 March, third session</DayRule>
      <Entry name="You" person={leila} tag="Not going to plan" when="14:10">
        <Words>
          I said yes to leading the migration because nobody else would. Two weeks in, I think people hear a manager
          when I talk, and I am not one.
        </Words>
        <Heard title="What I heard, confirmed">
          <Words>
            You want to lead by knowing the work, and the title in between makes people careful with you. The hard part
            is that you miss being one of them.
          </Words>
        </Heard>
      </Entry>
      <Entry name="Ingrid" person={ingrid} tag="A story, with what went wrong" when="14:24">
        <Words>
          My first team stopped telling me bad news within a month. I thought I was being calm. They thought I had
          already decided. What I would do sooner: say aloud what I do not know yet.
        </Words>
      </Entry>
      <Entry name="You" person={leila} tag="What I take with me" when="14:51">
        <Words>Ask the question I am afraid of in the first five minutes, not in the corridor.</Words>
      </Entry>
      <DayRule>Yesterday</DayRule>
      <Entry name="Ingrid" person={ingrid} tag="Good moment" when="09:02">
        <Words>You asked it, and in the first five minutes. I wanted you to have that in writing.</Words>
      </Entry>
      <Card>
        <TextArea label="Write to Ingrid" value={text} rows={2} words placeholder="What is on your mind?" />
        <div class="buttons gallery-kinds">
          <Button>Send</Button>
          <Button kind="plain">A story</Button>
          <Button kind="plain">Good moment</Button>
          <Button kind="plain">Something is bothering me</Button>
        </div>
      </Card>
    </section>
  );
}

function Aside() {
  const one = useSignal(false);
  const two = useSignal(false);
  return (
    <aside class="aside" aria-label="This pair">
      <section class="stack stack-small">
        <h2 class="gallery-aside">Next session</h2>
        <p class="strong">Tuesday 17 March, 14:00</p>
        <p class="muted small">15:00 for Ingrid. 60 minutes, every two weeks.</p>
        <Button>Prepare</Button>
      </section>
      <section>
        <h2 class="gallery-aside">What you said you would do</h2>
        <Checkbox value={one} label="Ask Daniel what he would not say in the meeting" hint="by Friday" />
        <Checkbox value={two} label="Write the one-page plan, however rough" hint="by 17 March" />
      </section>
      <section class="stack stack-small">
        <h2 class="gallery-aside">Where you are heading</h2>
        <Words>Lead the migration without losing the team's trust.</Words>
        <p class="muted small">Next step: a retrospective you do not chair.</p>
      </section>
    </aside>
  );
}
