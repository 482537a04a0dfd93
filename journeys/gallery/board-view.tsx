import { Bar } from "../../app/web/ui/bar.tsx";
import { Button } from "../../app/web/ui/button.tsx";
import { Card, Tag } from "../../app/web/ui/card.tsx";
import { Figure } from "../../app/web/ui/date-block.tsx";
import { CheckIcon } from "../../app/web/ui/icons.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { Table, type Column } from "../../app/web/ui/table.tsx";

const pairs = [
  {
    mentee: ["Leila Haddad", "Platform, Berlin"],
    mentor: ["Ingrid Weiss", "Research, Helsinki. 1 of 2 places"],
    wish: "leading for the first time",
    offer: "first teams, and what I got wrong",
    rest: "Both speak English and German; 6 common hours.",
    pinned: true,
  },
  {
    mentee: ["Kwame Mensah", "Data, Lagos"],
    mentor: ["Petra Svoboda", "Finance, Praha. 2 of 2 places"],
    wish: "reading a balance sheet",
    offer: "twelve years of closing months",
    rest: "4 common hours.",
    pinned: false,
  },
  {
    mentee: ["Yuki Tanaka", "Design, Tokyo"],
    mentor: ["Ravi Iyer", "Product, Bengaluru. 1 of 3 places"],
    wish: "returning after leave",
    offer: "coming back part-time",
    rest: "5 common hours.",
    pinned: false,
  },
];

function Person({ of }: { readonly of: ReadonlyArray<string> }) {
  return (
    <>
      {of[0]}
      <small>{of[1]}</small>
    </>
  );
}

/** The matching board of a manager, as in the design. */
export function BoardView() {
  const places = ["Programme", "People", "Matching", "Announcements"];
  return (
    <>
      <Bar
        home="#"
        places={places.map((text) => ({ href: `#${text}`, text, current: text === "Matching" }))}
        end={<a href="#help">Help and safety</a>}
        line="You cannot see room contents"
      />
      <Page title="Spring cohort, draft 3" width="wide" head={<Summary />}>
        <div class="stack stack-sections">
          <Pairs />
          <div class="columns">
            <Card title="Four are waiting">
              <p>
                Seven people share five places for <b>Portuguese and data science</b>. Without the time-zone rule, three
                more mentors could help.
              </p>
            </Card>
            <Card title="Whom to ask for one more place">
              <p>
                Beatriz Almeida, then Pavel Novák: one place each would bring a mentor to two of the four and a closer
                fit to three others.
              </p>
            </Card>
          </div>
        </div>
      </Page>
    </>
  );
}

function Summary() {
  return (
    <>
      <p class="cluster gallery-sum">
        <Figure number="296">of 300 would have a mentor</Figure>
        <Figure number="64">of 64 mutual wishes kept</Figure>
        <Figure number="5">below the fair line</Figure>
      </p>
      <p class="gallery-proof">
        <CheckIcon />
        <span>
          Proved best possible under your rules: 21,480 pairs checked in 0.1 s. <a href="#check">Check it yourself</a>
        </span>
      </p>
      <div class="buttons">
        <Button>Ask all 592 people</Button>
        <Button kind="quiet">Compare with draft 2</Button>
        <Button kind="plain">Rules and weights</Button>
      </div>
    </>
  );
}

type Pair = (typeof pairs)[number];

const columns: ReadonlyArray<Column<Pair>> = [
  { head: "Mentee", kind: "name", width: "16%", cell: (row) => <Person of={row.mentee} /> },
  { head: "Mentor", width: "20%", cell: (row) => <Person of={row.mentor} /> },
  { head: "Why these two", cell: (row) => <Reasons of={row} /> },
  {
    head: "",
    unseenHead: "Acts",
    kind: "acts",
    cell: (row) => (row.pinned ? <Tag>Pinned</Tag> : <Button kind="plain">Pin</Button>),
  },
];

function Reasons({ of }: { readonly of: Pair }) {
  return (
    <>
      Would like help with <q>{of.wish}</q>; offers <q>{of.offer}</q>. {of.rest}
      <small>Different team. No reporting line.</small>
    </>
  );
}

function Pairs() {
  return <Table caption="Pairs in this draft" captionUnseen rows={pairs} keyOf={(row) => row.wish} columns={columns} />;
}
