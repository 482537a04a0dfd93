import { useLoad } from "../../../web/client/load.ts";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { listChangesAboutMe } from "./api.ts";
import { type ChangeLine, ChangesList, sentenceOf } from "./changes-list.tsx";
import type { ChangeAboutMe } from "./schema.ts";
import { text } from "./text.ts";

/** What managers changed about me, in all my programmes. */
export function ChangesAboutMe() {
  const load = useLoad("mine", listChangesAboutMe);
  return (
    <Page title={text.mineTitle} lead={text.mineLead} back={{ href: "/settings", text: text.back }}>
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={4} />}>
        {({ changes }) =>
          changes.length === 0 ? (
            <EmptyState title={text.none}>{text.mineNoneWords}</EmptyState>
          ) : (
            <ChangesList lines={changes.map(lineOf)} />
          )
        }
      </Loaded>
    </Page>
  );
}

function lineOf(change: ChangeAboutMe): ChangeLine {
  const { changeId, madeAt, programmeName, aboutMe, manager } = change;
  const whom = aboutMe ? text.you : manager || text.somebody;
  return { id: changeId, madeAt, where: programmeName, sentence: sentenceOf(change, whom) };
}
