import { useLoad } from "../../../../web/client/load.ts";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { RulesAndPoints } from "../how.tsx";
import { readCriteria } from "./api.ts";
import { howText as text } from "./text.ts";

/** For everyone in a programme: by which rules and points it makes suggestions (P106). */
export function HowSuggestionsAreMade({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readCriteria(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead} width="text">
      <Loaded of={load}>
        {({ programmeName, criteria }) => (
          <div class="stack">
            <p class="strong" dir="auto">
              {programmeName}
            </p>
            <RulesAndPoints criteria={criteria} head="h2" />
            <p>
              <a href="/changes">{text.toLog}</a>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
