import { useComputed, useSignal, useSignalEffect, type Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { TagsField } from "../../../web/ui/tags-field.tsx";
import { languageCodes, languageName, mostLanguages, readLanguage } from "./languages/rules.ts";
import { readersLine, text } from "./text.ts";

/** Props of `LanguagesField`. */
export interface LanguagesFieldProps {
  /** Codes, and names of languages that have none. */
  readonly value: Signal<ReadonlyArray<string>>;
  readonly error: string | undefined;
}

/** Languages by their names; they are kept as codes, so that "Deutsch" spelled in English is the same everywhere. */
export function LanguagesField({ value, error }: LanguagesFieldProps) {
  const names = useSignal<ReadonlyArray<string>>(value.peek().map(languageName));
  const offers = useMemo(() => languageCodes.map(languageName).toSorted((a, b) => a.localeCompare(b)), []);
  const codes = useComputed(() => [...new Set(names.value.map(readLanguage))]);
  useSignalEffect(() => {
    if (codes.value.join() !== value.peek().join()) value.value = codes.value;
  });
  return (
    <TagsField
      id="languages"
      label={text.languages}
      hint={text.languagesHint}
      value={names}
      offers={offers}
      most={mostLanguages}
      error={error}
      readers={readersLine("languages")}
    />
  );
}
