import { signal, useComputed, type Signal } from "@preact/signals";
import type { Table } from "@oakroom/table";
import { useMemo, useState } from "preact/hooks";
import { formatCount, formatNumber } from "../../../../web/client/format.ts";
import { Select } from "../../../../web/ui/choice.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { type Columns, countColumns, importFields, type ImportField, recogniseColumns } from "./columns/rules.ts";
import { columnText, text } from "./text.ts";
import "./columns-part.css";

/** For each header of the file what it holds; the empty word for a column that is not imported. */
export type ChosenColumns = ReadonlyMap<string, Signal<ImportField | "">>;

/** The meaning of a file's columns: recognised at first, then as chosen. */
export function useColumns(header: ReadonlyArray<string>) {
  const chosen = useMemo((): ChosenColumns => {
    const known = new Map(Object.entries(recogniseColumns(header)).map(([field, name]) => [name, field]));
    return new Map(named(header).map((name) => [name, signal(fieldOf(known.get(name)))]));
  }, [header]);
  const columns = useComputed((): Columns => {
    const pairs = [...chosen].flatMap(([name, field]) => (field.value === "" ? [] : [[field.value, name] as const]));
    return Object.fromEntries(pairs);
  });
  return { columns, chosen };
}

function fieldOf(name: string | undefined): ImportField | "" {
  return importFields.find((field) => field === name) ?? "";
}

function named(header: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(header)].filter((name) => name !== "");
}

const options = [
  { value: "" as const, text: text.notImported },
  ...importFields.map((value) => ({ value, text: columnText[value] })),
];

/** Shows what each column is taken for, and lets it be corrected. Open where something is not known. */
export function ColumnsPart({ table, chosen }: { readonly table: Table; readonly chosen: ChosenColumns }) {
  const all = chosen.size;
  const { byName, byHand } = countColumns(
    table.header,
    [...chosen].map(([name, field]) => [name, field.value]),
  );
  const [wasKnown] = useState(byName === all);

  function handleChange(header: string, field: ImportField | "") {
    if (field === "") return;
    for (const [name, other] of chosen) if (name !== header && other.value === field) other.value = "";
  }

  return (
    <section class="stack">
      <h2>{text.columns}</h2>
      <Disclosure
        summary={[
          text.recognised(formatNumber(byName), formatNumber(all)),
          byHand > 0 ? formatCount(byHand, text.chosen) : "",
        ].join(" ")}
        open={!wasKnown}
      >
        <p class="muted">{text.columnsHint}</p>
        <div class="columns-part">
          {[...chosen].map(([name, field]) => (
            <Select
              key={name}
              label={name}
              hint={sample(table, name)}
              value={field}
              options={options}
              onChange={(value) => handleChange(name, value)}
            />
          ))}
        </div>
      </Disclosure>
    </section>
  );
}

/** The first thing that stands in a column. */
function sample(table: Table, name: string): string {
  const row = table.rows.slice(0, 50).find(({ cells }) => (cells.get(name) ?? "").trim() !== "");
  const value = (row?.cells.get(name) ?? "").trim().replaceAll("\0", " ");
  return value === "" ? text.sampleNone : text.sample(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
