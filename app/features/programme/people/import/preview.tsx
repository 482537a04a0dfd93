import { useMemo } from "preact/hooks";
import type { Plural } from "../../../../values/plural.ts";
import { formatCount, formatNumber } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Figure } from "../../../../web/ui/date-block.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { DownloadIcon } from "../../../../web/ui/icons.tsx";
import { Table, type Column } from "../../../../web/ui/table.tsx";
import { roleText } from "../text.ts";
import { writeRefused } from "./file/rules.ts";
import type { OpenedFile } from "./opened-file.tsx";
import type { ImportChoices } from "./row/rules.ts";
import type { ImportPreview } from "./schema.ts";
import { sayChanged, sayFault, text } from "./text.ts";
import "./preview.css";

/** Props of `Preview`. */
export interface PreviewProps {
  readonly file: OpenedFile;
  readonly choices: ImportChoices;
  readonly preview: ImportPreview;
  readonly onImport: () => void;
}

type Fault = ImportPreview["faults"][number];

/** Everything that would happen, and everything that is wrong with the file. */
export function Preview({ file, choices, preview, onImport }: PreviewProps) {
  const { added, changed, unchanged, pairs, refusedLines } = preview;
  const writes = added + changed;
  const figures: ReadonlyArray<readonly [number, Plural]> = [
    [added, text.added],
    [changed, text.changed],
    [unchanged, text.unchanged],
    [pairs, text.pairs],
    [refusedLines.length, text.refused],
  ];
  // Nobody needs to read that nobody changes; that nothing is refused is worth knowing.
  const shown = figures.filter(([number, words]) => number > 0 || words === text.refused);
  return (
    <>
      <section class="stack stack-large">
        <h2>{text.would}</h2>
        <div class="preview-figures">
          {shown.map(([number, words]) => (
            <Figure key={words.other} number={formatNumber(number)}>
              {formatCount(number, words)}
            </Figure>
          ))}
        </div>
        <p class="muted">
          {text.nothingYet} {text.missing}
        </p>
        {pairs > 0 && <p class="muted">{text.pairsHint}</p>}
        {writes > 0 ? (
          <div class="buttons">
            <Button onClick={onImport} wide="phone">
              {formatCount(writes, text.import)}
            </Button>
          </div>
        ) : (
          <p>{text.nothing}</p>
        )}
      </section>
      {refusedLines.length > 0 && <Refused file={file} choices={choices} preview={preview} />}
      <Unpaired faults={preview.faults.filter(({ weight }) => weight === "pair")} />
      <Full faults={preview.faults.filter(isFull)} />
      <div>
        <Notes faults={preview.faults.filter((fault) => fault.weight === "note" && !isFull(fault))} />
        {preview.people.length > 0 && <FirstPeople people={preview.people} />}
      </div>
    </>
  );
}

function Refused({ file, choices, preview }: Omit<PreviewProps, "onImport">) {
  const faults = preview.faults.filter(({ weight }) => weight === "refused");

  async function handleSave() {
    // Only whoever saves the rows needs what judges a file.
    const { planImport } = await import("./rules.ts");
    // The list on this page may be shortened, the file is not: a row that is not in it is judged anew, by the file alone.
    const listed = new Set(faults.map(({ line }) => line));
    const others = planImport(file.table, choices, []).faults.filter(({ line }) => !listed.has(line));
    const said = new Map<number, string[]>();
    for (const fault of [...faults, ...others])
      if (fault.weight === "refused")
        said.set(fault.line, [...(said.get(fault.line) ?? []), `${fault.header}: ${sayFault(fault)}`]);
    save(
      writeRefused(file.table, preview.refusedLines, text.refusedColumn, (line) => (said.get(line) ?? []).join(" ")),
    );
  }

  return (
    <section class="stack">
      <h2>{formatCount(preview.refusedLines.length, text.refusedTitle)}</h2>
      <p class="muted">{text.refusedHint}</p>
      <FaultTable caption={formatCount(preview.refusedLines.length, text.refusedTitle)} faults={faults} />
      <div class="buttons">
        <Button kind="quiet" icon={<DownloadIcon />} onClick={() => void handleSave()}>
          {text.saveRefused}
        </Button>
      </div>
    </section>
  );
}

/** Nobody stays away for a pair that the file names in vain. */
function Unpaired({ faults }: { readonly faults: ReadonlyArray<Fault> }) {
  if (faults.length === 0) return null;
  const title = formatCount(faults.length, text.unpairedTitle);
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p class="muted">{text.unpairedHint}</p>
      <FaultTable caption={title} faults={faults} />
    </section>
  );
}

const isFull = ({ word }: Fault) => word === "more-than-places";

/** A pair beyond a mentor's places is decided by whoever imports, before anybody is asked. */
function Full({ faults }: { readonly faults: ReadonlyArray<Fault> }) {
  if (faults.length === 0) return null;
  const title = formatCount(faults.length, text.fullTitle);
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p class="muted">{text.fullHint}</p>
      <FaultTable caption={title} faults={faults} />
    </section>
  );
}

function save(content: string) {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = text.refusedFile;
  link.click();
  URL.revokeObjectURL(address);
}

/** Notes of the same words stand together: twenty people with one unknown manager are one thing to know. */
function Notes({ faults }: { readonly faults: ReadonlyArray<Fault> }) {
  const notes = useMemo(() => groupNotes(faults), [faults]);
  if (notes.length === 0) return null;
  return (
    <Disclosure summary={formatCount(notes.length, text.notesTitle)}>
      <p class="muted">{text.notesHint}</p>
      <ul class="rows">
        {notes.slice(0, 200).map(({ say, lines, header }) => (
          <li key={`${header} ${say}`}>
            <p dir="auto">{say}</p>
            <p class="muted small figures">
              {text.place(lines[0] ?? 0, header)}
              {lines.length > 1 && `, ${formatCount(lines.length - 1, text.more)}`}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function groupNotes(faults: ReadonlyArray<Fault>) {
  const groups = new Map<string, { readonly say: string; readonly header: string; readonly lines: number[] }>();
  for (const fault of faults) {
    // A circle is one thing, wherever one begins to read it.
    const key = fault.through ? fault.through.toSorted().join(" ") : `${fault.header} ${sayFault(fault)}`;
    const group = groups.get(key);
    if (group) group.lines.push(fault.line);
    else groups.set(key, { say: sayFault(fault), header: fault.header, lines: [fault.line] });
  }
  return [...groups.values()];
}

const faultColumns: ReadonlyArray<Column<Fault>> = [
  { head: text.head.line, kind: "name", width: "30%", cell: ({ line, header }) => text.place(line, header) },
  { head: text.refusedColumn, cell: (fault) => <span dir="auto">{sayFault(fault)}</span> },
];

function FaultTable({ caption, faults }: { readonly caption: string; readonly faults: ReadonlyArray<Fault> }) {
  return (
    <Table
      caption={caption}
      captionUnseen
      columns={faultColumns}
      rows={faults}
      keyOf={({ line, column, word }) => `${line} ${column} ${word}`}
    />
  );
}

const peopleColumns: ReadonlyArray<Column<ImportPreview["people"][number]>> = [
  {
    head: text.head.name,
    kind: "name",
    width: "40%",
    cell: ({ name, email }) => (
      <>
        <span dir="auto">{name}</span>
        <span class="preview-address">{email}</span>
      </>
    ),
  },
  { head: text.head.roles, cell: ({ roles }) => roleText(roles) },
  {
    head: text.head.change,
    cell: ({ change, fields, mentor }) => (
      <>
        {change === "added" ? text.isNew : text.changes(fields.map(sayChanged).join(", "))}
        {mentor !== "" && <span class="preview-address">{text.mentor(mentor)}</span>}
      </>
    ),
  },
];

function FirstPeople({ people }: { readonly people: ImportPreview["people"] }) {
  return (
    <Disclosure summary={text.peopleTitle}>
      <Table
        caption={text.peopleTitle}
        captionUnseen
        columns={peopleColumns}
        rows={people}
        keyOf={({ line }) => String(line)}
      />
    </Disclosure>
  );
}
