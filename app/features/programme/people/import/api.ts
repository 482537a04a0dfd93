/** What the browser asks about an import. */
import { call } from "../../../../web/client/client.ts";
import type { ImportChoices } from "./row/rules.ts";
import { type ImportPreview, PreviewImport, ReadImport, RunImport } from "./schema.ts";

/** A file as it travels. */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve(typeof reader.result === "string" ? reader.result.slice(reader.result.indexOf(",") + 1) : ""),
    );
    reader.addEventListener("error", () => reject(reader.error ?? new Error("the file could not be read")));
    reader.readAsDataURL(file);
  });
}

function uploadOf(file: string, { columns, everyoneIs, useSuggestions }: ImportChoices) {
  return { file, columns, everyoneIs, useSuggestions };
}

/** Says what an import would do. */
export function previewImport(programmeId: string, file: string, choices: ImportChoices, signal: AbortSignal) {
  return call(PreviewImport, { params: { programmeId }, body: uploadOf(file, choices) }, { signal });
}

/** Imports, if things still stand as the preview said. */
export function runImport(
  programmeId: string,
  importId: string,
  file: string,
  choices: ImportChoices,
  { added, changed, refusedLines, pairs }: ImportPreview,
) {
  const expected = { added, changed, refused: refusedLines.length, pairs };
  return call(RunImport, { params: { programmeId }, body: { ...uploadOf(file, choices), importId, expected } });
}

/** How far an import has come. */
export function readImport(programmeId: string, importId: string) {
  return call(ReadImport, { params: { programmeId, importId } });
}
