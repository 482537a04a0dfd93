import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatCount, formatList } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { aDay } from "../../../values/day.ts";
import { listChanges } from "./api.ts";
import { type ChangeLine, ChangesList, sentenceOf } from "./changes-list.tsx";
import { withoutRepeats } from "./rules.ts";
import type { Change } from "./schema.ts";
import { text } from "./text.ts";

/** Every change by a manager of a programme, for its managers. */
export function Changes({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listChanges(programmeId, undefined, abort));
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={6} />}>
        {(first) =>
          first.changes.length === 0 ? (
            <EmptyState title={text.none}>{text.noneWords}</EmptyState>
          ) : (
            <Pages programmeId={programmeId} first={first} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface PagesProps {
  readonly programmeId: string;
  readonly first: { readonly changes: ReadonlyArray<Change>; readonly more: boolean };
}

function Pages({ programmeId, first }: PagesProps) {
  const shown = useSignal(first);
  const busy = useSignal(false);
  const hindrance = useSignal<string | undefined>(undefined);

  async function handleOlder() {
    busy.value = true;
    const { changes } = shown.value;
    const answer = await listChanges(programmeId, changes.at(-1)?.changeId, new AbortController().signal);
    busy.value = false;
    hindrance.value = answer.kind === "done" || answer.kind === "refused" ? undefined : hindranceText[answer.kind];
    if (answer.kind === "done") shown.value = { ...answer.value, changes: [...changes, ...answer.value.changes] };
  }

  return (
    <div class="stack">
      <ChangesList lines={withoutRepeats(shown.value.changes, ({ madeAt }) => aDay(dayOf(madeAt))).map(lineOf)} />
      {hindrance.value !== undefined && (
        <Notice kind="care" announce>
          {hindrance.value}
        </Notice>
      )}
      {shown.value.more && (
        <div class="buttons">
          <Button kind="quiet" busy={busy.value} onClick={() => void handleOlder()}>
            {text.older}
          </Button>
        </div>
      )}
    </div>
  );
}

function lineOf(change: Change): ChangeLine {
  const { changeId, madeAt, about, others } = change;
  const names = others > 0 ? [...about, formatCount(others, text.others)] : about;
  const whom = names.length === 0 ? text.somebody : formatList(names);
  return { id: changeId, madeAt, sentence: sentenceOf(change, whom) };
}
