import { confSoftware } from "../../../../content/en/confidentiality.generated.ts";
import { Guidance } from "../../ui/guidance.tsx";
import { Page } from "../../ui/page.tsx";
import { readText as text } from "./text.ts";

/** *Who could still read it?* in plain words; needs nothing from the server. */
export function WhoCouldRead() {
  return (
    <Page title={text.title} lead={text.lead}>
      <Guidance block={confSoftware} values={{ link: <a href="/what-oakroom-can-see">{text.link}</a> }} />
    </Page>
  );
}
