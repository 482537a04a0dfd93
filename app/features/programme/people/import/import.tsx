import { useSignal } from "@preact/signals";
import { Page } from "../../../../web/ui/page.tsx";
import { Progress } from "../../../../web/ui/progress.tsx";
import { FileField } from "../../../../web/ui/file-field.tsx";
import { readBase64 } from "./api.ts";
import { Look } from "./look.tsx";
import type { OpenedFile } from "./opened-file.tsx";
import { readFile } from "./file/rules.ts";
import { largestFileBytes } from "./schema.ts";
import { sayStopped, text } from "./text.ts";

/** Imports people: a file, a look at everything that would happen, and then the import. */
export function ImportPeople({ programmeId }: { readonly programmeId: string }) {
  const opened = useSignal<OpenedFile | undefined>(undefined);
  const reading = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleFile(file: File) {
    fault.value = undefined;
    if (file.size > largestFileBytes) {
      fault.value = sayStopped("too-large");
      return;
    }
    reading.value = true;
    const table = readFile(new Uint8Array(await file.arrayBuffer()));
    const stopped = table.header.length === 0 ? (table.faults[0]?.word ?? "empty-file") : undefined;
    const base64 = stopped === undefined ? await readBase64(file) : "";
    reading.value = false;
    if (stopped === undefined) opened.value = { name: file.name, table, base64 };
    else fault.value = sayStopped(stopped);
  }

  return (
    <Page
      title={text.title}
      {...(opened.value ? {} : { lead: text.lead })}
      width="wide"
      back={{ href: `/programmes/${programmeId}/people`, text: text.back }}
    >
      {opened.value ? (
        <Look programmeId={programmeId} file={opened.value} onOther={() => (opened.value = undefined)} />
      ) : (
        <div class="stack stack-large measure">
          <FileField
            id="file"
            label={text.file}
            hint={text.fileHint}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            error={fault.value}
            onFile={(file) => void handleFile(file)}
          />
          {reading.value && <Progress label={text.reading} />}
        </div>
      )}
    </Page>
  );
}
