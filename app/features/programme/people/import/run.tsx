import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { formatCount, formatList, formatNumber } from "../../../../web/client/format.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Progress } from "../../../../web/ui/progress.tsx";
import { readImport, runImport } from "./api.ts";
import type { OpenedFile } from "./opened-file.tsx";
import type { ImportChoices } from "./row/rules.ts";
import type { ImportPreview, ImportResult } from "./schema.ts";
import { refusalText, text } from "./text.ts";

/** Props of `Run`. */
export interface RunProps {
  readonly programmeId: string;
  readonly file: OpenedFile;
  readonly choices: ImportChoices;
  readonly preview: ImportPreview;
  /** Looks at the file anew. */
  readonly onAgain: () => void;
}

type Running =
  | { readonly kind: "running"; readonly written: number; readonly of: number }
  | { readonly kind: "done"; readonly result: ImportResult }
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "unknown" };

/** How often it asks how far the import has come, in ms. */
const askEveryMs = 200;

/** Carries an import out, says how far it has come, and what it did. A broken connection loses nothing: the id is the same. */
export function Run(props: RunProps) {
  const { programmeId, onAgain } = props;
  const [importId] = useState(newId);
  const [order] = useState(props);
  const running = useSignal<Running>({ kind: "running", written: 0, of: 0 });
  useEffect(() => carryOut(order, importId, running), [order, importId, running]);
  const now = running.value;
  const people = `/programmes/${programmeId}/people`;

  if (now.kind === "running") return <Under written={now.written} of={now.of} />;
  if (now.kind === "done") return <Done result={now.result} people={people} />;
  if (now.kind === "refused")
    return (
      <Notice kind="care" announce actions={<Button onClick={onAgain}>{text.check}</Button>}>
        {now.text}
      </Notice>
    );
  return (
    <Notice
      kind="care"
      announce
      actions={<Button onClick={() => void carryOut(props, importId, running)}>{text.check}</Button>}
    >
      {text.failed}
    </Notice>
  );
}

function Under({ written, of }: { readonly written: number; readonly of: number }) {
  return (
    <div class="stack measure">
      <Progress
        label={of === 0 ? text.sending : text.running}
        done={of === 0 ? undefined : written}
        of={of === 0 ? 100 : of}
        words={of === 0 ? undefined : text.written(formatNumber(written), formatNumber(of))}
      />
      <p class="muted">{text.runningHint}</p>
    </div>
  );
}

function Done({ result, people }: { readonly result: ImportResult; readonly people: string }) {
  const parts = [
    [result.added, text.added],
    [result.changed, text.changed],
    [result.unchanged, text.unchanged],
    [result.pairs, text.pairs],
    [result.refused, text.leftOut],
  ] as const;
  const said = parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${formatNumber(number)} ${formatCount(number, words)}`);
  return (
    <Notice
      kind="kept"
      announce
      title={text.doneTitle}
      actions={<ButtonLink href={people}>{text.toPeople}</ButtonLink>}
    >
      <p>{text.done(formatList(said))}</p>
      <p class="muted">{text.inviteNext}</p>
    </Notice>
  );
}

async function ask(programmeId: string, importId: string, running: Signal<Running>): Promise<void> {
  const answer = await readImport(programmeId, importId);
  const isUnder = running.peek().kind === "running";
  if (isUnder && answer.kind === "done" && answer.value.state === "running")
    running.value = { kind: "running", written: answer.value.written, of: answer.value.of };
}

/** Sends the import and asks meanwhile how far it has come; the answer stops the asking. */
function carryOut(
  { programmeId, file, choices, preview }: RunProps,
  importId: string,
  running: Signal<Running>,
): () => void {
  running.value = { kind: "running", written: 0, of: 0 };
  const timer = setInterval(() => {
    void ask(programmeId, importId, running);
  }, askEveryMs);
  const run = async () => {
    const answer = await runImport(programmeId, importId, file.base64, choices, preview);
    clearInterval(timer);
    if (answer.kind === "done") running.value = { kind: "done", result: answer.value };
    else if (answer.kind === "refused") running.value = { kind: "refused", text: refusalText[answer.refused] };
    else running.value = { kind: "unknown" };
  };
  run().catch(() => {
    clearInterval(timer);
    running.value = { kind: "unknown" };
  });
  return () => clearInterval(timer);
}
