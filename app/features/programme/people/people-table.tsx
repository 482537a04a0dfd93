import type { ReadonlySignal, Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { dayOf, formatCount, formatNearDay, formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Table, type Column } from "../../../web/ui/table.tsx";
import { shownState } from "./rules.ts";
import type { ListedPerson } from "./schema.ts";
import { listText as text, roleText, stateText } from "./text.ts";

/** Props of `PeopleTable`. */
export interface PeopleTableProps {
  /** Where people's pages lie. */
  readonly base: string;
  /** How many there are in all. */
  readonly all: number;
  readonly people: ReadonlySignal<ReadonlyArray<ListedPerson>>;
  /** Ids of who is chosen; people who are not shown stay chosen. */
  readonly chosen: Signal<ReadonlySet<string>>;
  /** Milliseconds; tells invitations that ran out. */
  readonly now: number;
  readonly today: string;
}

type SortBy = "name" | "team" | "state";

/** The list itself; only what is in view is drawn. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, chosen, now } = props;
  const sortBy = useSignal<SortBy>("name");
  const rows = sorted(people.value, sortBy.value, now);
  return (
    <div class="stack stack-small">
      <div class="cluster">
        <output class="muted small figures">{text.shown(formatNumber(rows.length), formatNumber(props.all))}</output>
        <Button kind="plain" onClick={() => (chosen.value = new Set(rows.map(({ id }) => id)))}>
          {formatCount(rows.length, text.chooseShown)}
        </Button>
      </div>
      <Table
        caption={text.caption}
        captionUnseen
        columns={columnsOf(props, sortBy)}
        rows={rows}
        keyOf={({ id }) => id}
        guess={78}
        empty={<p class="muted">{text.none}</p>}
      />
    </div>
  );
}

function columnsOf(
  { base, chosen, now, today }: PeopleTableProps,
  sortBy: Signal<SortBy>,
): ReadonlyArray<Column<ListedPerson>> {
  const sort = (by: SortBy) => ({
    onSort: () => void (sortBy.value = by),
    sorted: sortBy.value === by ? ("ascending" as const) : undefined,
  });
  return [
    {
      head: "",
      unseenHead: text.chooseHead,
      kind: "acts",
      width: "64px",
      cell: (person) => <Choose person={person} chosen={chosen} />,
    },
    {
      head: text.name,
      kind: "name",
      width: "36%",
      cell: (person) => <Name base={base} person={person} />,
      ...sort("name"),
    },
    { head: text.as, cell: (person) => roleText(person.roles) },
    {
      head: text.where,
      cell: (person) => [person.team, person.site].filter((word) => word !== "").join(", "),
      ...sort("team"),
    },
    { head: text.stands, cell: (person) => <Stands person={person} now={now} today={today} />, ...sort("state") },
  ];
}

interface ChooseProps {
  readonly person: ListedPerson;
  readonly chosen: Signal<ReadonlySet<string>>;
}

function Choose({ person, chosen }: ChooseProps) {
  function handleChange(on: boolean) {
    const next = new Set(chosen.value);
    if (on) next.add(person.id);
    else next.delete(person.id);
    chosen.value = next;
  }

  return (
    <label class="people-choose">
      <span class="unseen">{text.choose(person.name)}</span>
      <input
        type="checkbox"
        checked={chosen.value.has(person.id)}
        onChange={(event) => handleChange(event.currentTarget.checked)}
      />
    </label>
  );
}

function sorted(people: ReadonlyArray<ListedPerson>, by: SortBy, now: number): ReadonlyArray<ListedPerson> {
  if (by === "name") return people;
  const collator = new Intl.Collator();
  const word = (person: ListedPerson) =>
    by === "team" ? `${person.team}\n${person.site}` : stateText[shownState(person, now)];
  return people.toSorted((a, b) => collator.compare(word(a), word(b)));
}

function Name({ base, person }: { readonly base: string; readonly person: ListedPerson }) {
  return (
    <>
      <a class="people-name" href={`${base}/${person.id}`} dir="auto">
        {person.name}
      </a>
      <span class="people-address">{person.email}</span>
    </>
  );
}

function Stands({
  person,
  now,
  today,
}: {
  readonly person: ListedPerson;
  readonly now: number;
  readonly today: string;
}) {
  const state = shownState(person, now);
  return (
    <>
      {stateText[state]}
      {state === "invited" && person.invitedUntil > 0 && (
        <span class="people-address">{text.until(formatNearDay(dayOf(person.invitedUntil), today))}</span>
      )}
    </>
  );
}
