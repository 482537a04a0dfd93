import { useSignal } from "@preact/signals";
import { confReminder } from "../../content/en/confidentiality.generated.ts";
import { Bar, Foot } from "../../app/web/ui/bar.tsx";
import { Button } from "../../app/web/ui/button.tsx";
import { Card, Words } from "../../app/web/ui/card.tsx";
import { Guidance } from "../../app/web/ui/guidance.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { Steps } from "../../app/web/ui/steps.tsx";
import { TextField } from "../../app/web/ui/text-field.tsx";

const steps = [{ text: "Prepare", href: "#prepare" }, { text: "Open" }, { text: "Talk" }, { text: "Close" }];

/** The Open step of a session, as in the design. */
export function SessionView() {
  const topic = useSignal("How to hear bad news before it is news");
  return (
    <>
      <Bar
        home="#"
        middle={<Steps label="Steps of this session" steps={steps} current={1} />}
        end={<a href="#help">Help and safety</a>}
      />
      <Page title="Open" titleUnseen width="text">
        <div class="stack stack-large">
          <Guidance
            block={confReminder}
            size="large"
            values={{ "Read the limits": <a href="#limits">Read the limits</a> }}
          />
          <hr />
          <h2>Where shall we start?</h2>
          <TextField label="Your topic" value={topic} />
          <p class="muted">Ingrid may add one below yours.</p>
          <div class="columns">
            <Card tag="Going well">
              <Words>The retrospective happened, and I did not chair it.</Words>
            </Card>
            <Card tag="Not going to plan">
              <Words muted>You may leave this empty.</Words>
            </Card>
          </div>
        </div>
      </Page>
      <Foot line="Quiet is on: Oakroom sends you nothing until Close.">
        <Button>Begin to talk</Button>
      </Foot>
    </>
  );
}
