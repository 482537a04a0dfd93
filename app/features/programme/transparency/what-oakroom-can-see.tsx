import { confSoftware } from "../../../../content/en/confidentiality.generated.ts";
import { formatList } from "../../../web/client/format.ts";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { type Column, Table } from "../../../web/ui/table.tsx";
import { type FieldRow, fieldRows, keptFacts, type KeptFactName, openFacts, type OpenFactName } from "./rules.ts";
import { fieldText, keptFactText, openFactText, readerText, seenByText, text } from "./text.ts";

const isOpenFact = (name: string): name is OpenFactName => Object.hasOwn(openFacts, name);
const isKeptFact = (name: string): name is KeptFactName => Object.hasOwn(keptFacts, name);

const listed = (names: ReadonlyArray<string | undefined>) => formatList(names.filter((name) => name !== undefined));

function whoSeesOpen(name: OpenFactName): string {
  const { pair, manager, staff, contact } = openFacts[name];
  const { pair: two, manager: team, staff: server, contact: told } = seenByText;
  return listed([two[pair], team[manager], told[contact], server[staff]]);
}

function whoSeesKept(name: KeptFactName): string {
  const { you, manager, staff } = keptFacts[name];
  return listed([seenByText.you[you], seenByText.manager[manager], seenByText.staff[staff]]);
}

function whoReads({ readers, mayWidenTo }: FieldRow): string {
  const all = listed(readers.map((reader) => readerText[reader]));
  return mayWidenTo.length === 0
    ? all
    : `${all} ${text.mayWiden(listed(mayWidenTo.map((reader) => readerText[reader])))}`;
}

const openColumns: ReadonlyArray<Column<OpenFactName>> = [
  { head: text.columns.fact, kind: "name", width: "46%", cell: (name) => openFactText[name].fact },
  { head: text.columns.use, width: "22%", cell: (name) => openFactText[name].use },
  { head: text.columns.seen, cell: whoSeesOpen },
];

interface Circle {
  readonly seenBy: string;
  readonly fields: ReadonlyArray<string>;
}

/** The fields by who reads them: many have the same readers. */
const circles: ReadonlyArray<Circle> = [...new Set(fieldRows().map(whoReads))].map((seenBy) => ({
  seenBy,
  fields: fieldRows()
    .filter((row) => whoReads(row) === seenBy)
    .map(({ field }) => fieldText[field]),
}));

const profileColumns: ReadonlyArray<Column<Circle>> = [
  { head: text.columns.seen, kind: "name", width: "46%", cell: ({ seenBy }) => seenBy },
  {
    head: text.columns.fields,
    cell: ({ fields }) => (
      <ul class="plain-list">
        {fields.map((field) => (
          <li key={field}>{field}</li>
        ))}
      </ul>
    ),
  },
];

const keptColumns: ReadonlyArray<Column<KeptFactName>> = [
  { head: text.columns.fact, kind: "name", width: "46%", cell: (name) => keptFactText[name].fact },
  { head: text.columns.use, width: "22%", cell: (name) => keptFactText[name].use },
  { head: text.columns.seen, cell: whoSeesKept },
];

/** The standing page for everyone: which facts are open, what for, and who sees them. Drawn from the declaration in `rules.ts`. */
export function WhatOakroomCanSee() {
  return (
    <Page title={text.title} lead={text.lead} width="room">
      <div class="stack stack-sections">
        <section class="stack" aria-labelledby="see-open">
          <h2 id="see-open">{text.openTitle}</h2>
          <Table
            caption={text.openCaption}
            captionUnseen
            columns={openColumns}
            rows={Object.keys(openFacts).filter(isOpenFact)}
            keyOf={(name) => name}
          />
          <p class="muted measure">{text.openRest}</p>
        </section>
        <div class="stack">
          <Disclosure summary={text.profileTitle}>
            <div class="stack">
              <Table
                caption={text.profileCaption}
                captionUnseen
                columns={profileColumns}
                rows={circles}
                keyOf={({ seenBy }) => seenBy}
              />
              <p class="muted measure">{text.profileRest}</p>
            </div>
          </Disclosure>
          <Disclosure summary={text.keptTitle}>
            <Table
              caption={text.keptCaption}
              captionUnseen
              columns={keptColumns}
              rows={Object.keys(keptFacts).filter(isKeptFact)}
              keyOf={(name) => name}
            />
          </Disclosure>
          <Disclosure summary={text.readTitle}>
            <div class="measure">
              <Guidance block={confSoftware} values={{ link: <a href="/who-could-read">{text.link}</a> }} />
            </div>
          </Disclosure>
        </div>
        <p>
          <a href="/evidence">{text.evidence}</a>
        </p>
      </div>
    </Page>
  );
}
