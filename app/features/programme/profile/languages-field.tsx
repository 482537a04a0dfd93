import { useSignal, type Signal } from "@preact/signals";
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
      onChange={(chosen) => {
        // At once: the press that adds the last one may be the one that goes on.
        value.value = [...new Set(chosen.map(readLanguage))];
      }}
    />
  );
}
