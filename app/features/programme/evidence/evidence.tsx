import { dayOf, formatCount, formatDate, formatNumber } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { readEvidence } from "./api.ts";
import { type Evidence, evidenceOf, type EvidenceRecord, partOf } from "./rules.ts";
import { suiteText, text } from "./text.ts";

/** What the tests of this Oakroom tried, for anyone. */
export function EvidencePage() {
  const load = useLoad("evidence", readEvidence);
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded of={load}>
        {({ record, current }) => (
          <div class="stack stack-sections">
            {record === null ? <Notice>{text.none}</Notice> : <Report record={record} current={current} />}
            <p>
              <a href="/what-oakroom-can-see">{text.sees}</a>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface ReportProps {
  readonly record: EvidenceRecord;
  readonly current: string;
}

function Report({ record, current }: ReportProps) {
  const { suites, figure, skipped } = evidenceOf(record);
  const { version, commit, at } = record;
  const ended = Date.parse(at);
  return (
    <>
      {version !== current && <Notice kind="care">{text.otherVersion(version, current)}</Notice>}
      <section class="stack stack-small">
        <p class="strong">{figure}</p>
        <p class="muted">{text.of(version, commit, Number.isNaN(ended) ? at : formatDate(dayOf(ended)))}</p>
      </section>
      <ul class="rows">
        {suites.map((one) => (
          <Suite key={one.suite} told={one} />
        ))}
      </ul>
      {skipped.length > 0 && (
        <section class="stack stack-small">
          <h2>{text.leftOut}</h2>
          <ul class="plain-list">
            {skipped.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="muted">{text.caveat}</p>
    </>
  );
}

function Suite({ told }: { readonly told: Evidence["suites"][number] }) {
  const { suite, unit, runs, failed = 0, parts, more } = told;
  const named = parts.filter(({ part }) => part !== "");
  return (
    <li class="stack stack-small">
      <div>
        <p>{suiteText[suite]}</p>
        <p class="muted small figures">
          {runs === undefined
            ? text.notRun
            : `${text.runs(formatNumber(runs), unit)} · ${failed === 0 ? text.noneFailed : formatCount(failed, text.failed)}`}
        </p>
      </div>
      {named.length > 0 && (
        <Disclosure summary={text.parts}>
          <ul class="plain-list small">
            {named.map((one) => (
              <li key={`${one.part} ${one.seed ?? ""}`}>{partOf(one)}</li>
            ))}
            {more !== undefined && <li>{text.more(more)}</li>}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}
