import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "../../../../values/role.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Checkbox, RadioGroup } from "../../../../web/ui/choice.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Progress } from "../../../../web/ui/progress.tsx";
import { previewImport } from "./api.ts";
import type { OpenedFile } from "./opened-file.tsx";
import { ColumnsPart, useColumns } from "./columns-part.tsx";
import { Preview } from "./preview.tsx";
import { Run } from "./run.tsx";
import type { ImportChoices } from "./row/rules.ts";
import type { ImportPreview } from "./schema.ts";
import { sayStopped, text } from "./text.ts";

/** Props of `Look`. */
export interface LookProps {
  readonly programmeId: string;
  readonly file: OpenedFile;
  readonly onOther: () => void;
}

type Looked =
  | { readonly kind: "looking" }
  | { readonly kind: "there"; readonly preview: ImportPreview }
  | { readonly kind: "failed"; readonly text: string };

/** What an import of this file would do, with the meaning of its columns to be corrected; then the import itself. */
export function Look({ programmeId, file, onOther }: LookProps) {
  const { columns, chosen } = useColumns(file.table.header);
  const everyoneIs = useSignal<Role | "">("");
  const useSuggestions = useSignal(false);
  const running = useSignal(false);
  const round = useSignal(0);
  const hasRoles = columns.value.role !== undefined;
  const choices = useComputed((): ImportChoices => ({
    columns: columns.value,
    everyoneIs: columns.value.role === undefined && everyoneIs.value !== "" ? everyoneIs.value : undefined,
    useSuggestions: useSuggestions.value,
  }));
  const looked = useLook(programmeId, file, choices.value, round.value);

  function handleAgain() {
    round.value += 1;
    running.value = false;
  }

  if (running.value && looked.kind === "there") {
    const run = { programmeId, file, choices: choices.value, preview: looked.preview };
    return <Run {...run} onAgain={handleAgain} />;
  }
  return (
    <div class="stack stack-sections">
      <div class="cluster">
        <span class="strong" dir="auto">
          {file.name}
        </span>
        <Button kind="plain" onClick={onOther}>
          {text.other}
        </Button>
      </div>
      <ColumnsPart table={file.table} chosen={chosen} />
      {!hasRoles && <RadioGroup label={text.everyoneIs} inline value={everyoneIs} options={everyoneOptions} />}
      {mayPropose(looked, useSuggestions.value) && (
        <Checkbox label={text.suggestions} hint={text.suggestionsHint} value={useSuggestions} />
      )}
      <LookedPart looked={looked} file={file} choices={choices.value} onImport={() => (running.value = true)} />
    </div>
  );
}

const everyoneOptions = [
  { value: "mentee" as const, text: text.everyoneMentee },
  { value: "mentor" as const, text: text.everyoneMentor },
];

function mayPropose(looked: Looked, isOn: boolean): boolean {
  return isOn || (looked.kind === "there" && looked.preview.faults.some(({ suggestion }) => suggestion !== undefined));
}

interface LookedPartProps {
  readonly looked: Looked;
  readonly file: OpenedFile;
  readonly choices: ImportChoices;
  readonly onImport: () => void;
}

function LookedPart({ looked, file, choices, onImport }: LookedPartProps) {
  if (looked.kind === "looking") return <Progress label={text.reading} />;
  if (looked.kind === "failed")
    return (
      <Notice kind="care" announce>
        {looked.text}
      </Notice>
    );
  if (looked.preview.stopped !== null) return <Notice kind="care">{sayStopped(looked.preview.stopped)}</Notice>;
  return <Preview file={file} choices={choices} preview={looked.preview} onImport={onImport} />;
}

/** Asks the server what would happen, anew whenever a choice changes; what comes too late is dropped. */
function useLook(programmeId: string, file: OpenedFile, choices: ImportChoices, round: number): Looked {
  const [looked, setLooked] = useState<Looked>({ kind: "looking" });
  useEffect(() => {
    const stopper = new AbortController();
    setLooked({ kind: "looking" });
    const look = async () => {
      const answer = await previewImport(programmeId, file.base64, choices, stopper.signal);
      if (stopper.signal.aborted) return;
      if (answer.kind === "done") setLooked({ kind: "there", preview: answer.value });
      else setLooked({ kind: "failed", text: hindranceText[answer.kind === "refused" ? "fields" : answer.kind] });
    };
    look().catch((error: unknown) => {
      if (!stopper.signal.aborted) throw error;
    });
    return () => stopper.abort();
  }, [programmeId, file, choices, round]);
  return looked;
}
