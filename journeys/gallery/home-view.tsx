import { Button } from "../../app/web/ui/button.tsx";
import { Card, Words } from "../../app/web/ui/card.tsx";
import { DateBlock } from "../../app/web/ui/date-block.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { GalleryBar } from "./gallery-bar.tsx";

const commitments = [
  { text: "Ask Daniel what he would not say in the meeting", by: "by Friday. Keep it, move it, or drop it?" },
  { text: "Write the one-page plan, however rough", by: "by 17 March" },
];

/** Home of a mentee, as in the design. */
export function HomeView() {
  return (
    <>
      <GalleryBar current="Home" />
      <Page title="Good morning, Leila" windowTitle="Home" lead="One session ahead, two things you said you would do.">
        <div class="stack gallery-home">
          <Card class="gallery-next">
            <DateBlock month="March" day="17" weekday="Tuesday" />
            <div>
              <h2>With Ingrid at 14:00</h2>
              <p class="muted">15:00 for Ingrid, 60 minutes. Prepare opens tomorrow at 14:00.</p>
            </div>
            <Button kind="quiet" wide="phone">
              Choose a topic
            </Button>
          </Card>
          <section>
            <h2>What you said you would do</h2>
            <ul class="rows">
              {commitments.map(({ text, by }) => (
                <li key={text} class="row-apart">
                  <div>
                    {text}
                    <p class="muted small">{by}</p>
                  </div>
                  <div class="buttons-plain">
                    {["Done", "New date", "Drop"].map((act) => (
                      <Button key={act} kind="plain" label={`${act}: ${text}`}>
                        {act}
                      </Button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
          <Card soft tag="A question, if you like">
            <Words large>What could get in the way before you meet again?</Words>
            <div class="buttons">
              <Button kind="quiet">Answer in the room</Button>
              <Button kind="plain">Not now</Button>
            </div>
          </Card>
        </div>
      </Page>
    </>
  );
}
