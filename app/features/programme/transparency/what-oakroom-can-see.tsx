import { confSoftware } from "../../../../content/en/confidentiality.generated.ts";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { type Column, Table } from "../../../web/ui/table.tsx";
import { readers } from "../profile/rules.ts";
import { type FieldRow, fieldRows, keptFacts, type KeptFactName, openFacts, type OpenFactName } from "./rules.ts";
import { fieldText, keptFactText, openFactText, readerText, seesText, text } from "./text.ts";

const isOpenFact = (name: string): name is OpenFactName => Object.hasOwn(openFacts, name);
const isKeptFact = (name: string): name is KeptFactName => Object.hasOwn(keptFacts, name);

const openColumns: ReadonlyArray<Column<OpenFactName>> = [
  { head: text.columns.fact, kind: "name", width: "34%", cell: (name) => openFactText[name].fact },
  { head: text.columns.use, width: "18%", cell: (name) => openFactText[name].use },
  { head: text.columns.pair, cell: (name) => seesText[openFacts[name].pair] },
  { head: text.columns.manager, cell: (name) => seesText[openFacts[name].manager] },
  { head: text.columns.staff, cell: (name) => seesText[openFacts[name].staff] },
  { head: text.columns.contact, cell: (name) => seesText[openFacts[name].contact] },
];

const profileColumns: ReadonlyArray<Column<FieldRow>> = [
  { head: text.columns.field, kind: "name", width: "40%", cell: ({ field }) => fieldText[field] },
  ...readers.map((reader) => ({
    head: readerText[reader],
    cell: (row: FieldRow) => {
      if (row.readers.includes(reader)) return seesText.yes;
      return row.mayWiden ? text.mayWiden : seesText.no;
    },
  })),
];

const keptColumns: ReadonlyArray<Column<KeptFactName>> = [
  { head: text.columns.fact, kind: "name", width: "40%", cell: (name) => keptFactText[name].fact },
  { head: text.columns.use, width: "24%", cell: (name) => keptFactText[name].use },
  { head: text.columns.you, cell: (name) => seesText[keptFacts[name].you] },
  { head: text.columns.manager, cell: (name) => seesText[keptFacts[name].manager] },
  { head: text.columns.staff, cell: (name) => seesText[keptFacts[name].staff] },
];

/** The standing page for everyone: which facts are open, what for, and who sees them. Drawn from the declaration in `rules.ts`. */
export function WhatOakroomCanSee() {
  return (
    <Page title={text.title} lead={text.lead} width="wide">
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
        <section class="stack" aria-labelledby="see-profile">
          <h2 id="see-profile">{text.profileTitle}</h2>
          <Table
            caption={text.profileCaption}
            captionUnseen
            columns={profileColumns}
            rows={fieldRows()}
            keyOf={({ field }) => field}
          />
          <p class="muted measure">{text.profileRest}</p>
        </section>
        <section class="stack" aria-labelledby="see-else">
          <h2 id="see-else">{text.keptTitle}</h2>
          <Table
            caption={text.keptCaption}
            captionUnseen
            columns={keptColumns}
            rows={Object.keys(keptFacts).filter(isKeptFact)}
            keyOf={(name) => name}
          />
        </section>
        <section class="stack measure" aria-labelledby="see-read">
          <h2 id="see-read">{text.readTitle}</h2>
          <Guidance block={confSoftware} values={{ link: <a href="/who-could-read">{text.link}</a> }} />
        </section>
      </div>
    </Page>
  );
}
