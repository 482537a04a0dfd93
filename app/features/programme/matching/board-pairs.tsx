import { type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Button } from "../../../web/ui/button.tsx";
import { CheckIcon } from "../../../web/ui/icons.tsx";
import { Table, type Column } from "../../../web/ui/table.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import type { BoardDraft } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import type { Choosing } from "./mentor-dialog.tsx";
import { peopleOf, PersonCell, spoken } from "./names.tsx";
import { WhyTheseTwo } from "./reasons/sentences.tsx";
import { whyTheseTwo } from "./reasons/text.ts";
import { text } from "./text.ts";

type BoardPair = BoardDraft["pairs"][number];

/** Props of `BoardPairs`. */
export interface BoardPairsProps {
  readonly hand: Hand;
  readonly draft: BoardDraft;
  readonly choosing: Signal<Choosing | undefined>;
}

/** How many pairs a draft has before it gets a field to find somebody. */
const findFrom = 12;

/** The pairs of a draft, each with its reasons, and a hand on each. */
export function BoardPairs({ hand, draft, choosing }: BoardPairsProps) {
  const words = useSignal("");
  const person = useMemo(() => peopleOf(hand.board), [hand.board]);
  const pairs = useMemo(() => sorted(draft, person), [draft, person]);
  const shown = pairs.filter(({ search }) => search.includes(words.value.trim().toLowerCase())).map(({ pair }) => pair);
  if (draft.pairs.length === 0) return <p class="muted">{text.noPairs}</p>;
  return (
    <section class="stack">
      {draft.pairs.length > findFrom && <TextField label={text.find} type="search" value={words} short />}
      <Table
        caption={text.caption}
        captionUnseen
        columns={columnsOf(hand, draft, choosing, person)}
        rows={shown}
        keyOf={({ mentee }) => mentee}
        guess={104}
        empty={<p class="muted">{text.none}</p>}
      />
    </section>
  );
}

function sorted(draft: BoardDraft, person: ReturnType<typeof peopleOf>) {
  const collator = new Intl.Collator();
  return draft.pairs
    .map((pair) => {
      const names = [person(pair.mentee)?.name ?? "", person(pair.mentor)?.name ?? ""];
      return { pair, name: names[0] ?? "", search: names.join("\n").toLowerCase() };
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

function columnsOf(
  hand: Hand,
  draft: BoardDraft,
  choosing: Signal<Choosing | undefined>,
  person: ReturnType<typeof peopleOf>,
): ReadonlyArray<Column<BoardPair>> {
  const mentors = new Map(hand.board.mentors.map((mentor) => [mentor.id, mentor]));
  const here = new Map<string, number>();
  for (const { mentor } of draft.pairs) here.set(mentor, (here.get(mentor) ?? 0) + 1);
  const places = (id: BoardPair["mentor"]) => {
    const mentor = mentors.get(id);
    return mentor ? text.placesOf(mentor.taken + (here.get(id) ?? 0), mentor.places) : "";
  };
  return [
    { head: text.mentee, kind: "name", width: "17%", cell: ({ mentee }) => <PersonCell person={person(mentee)} /> },
    {
      head: text.mentor,
      width: "19%",
      cell: ({ mentor }) => <PersonCell person={person(mentor)} more={places(mentor)} />,
    },
    {
      head: text.why,
      cell: ({ mentee, mentor, reasons }) => (
        <WhyTheseTwo why={whyTheseTwo(reasons, { mentee: spoken(person(mentee)), mentor: spoken(person(mentor)) })} />
      ),
    },
    {
      head: "",
      unseenHead: text.acts,
      kind: "acts",
      cell: (pair) => <Acts hand={hand} pair={pair} choosing={choosing} />,
    },
  ];
}

interface ActsProps {
  readonly hand: Hand;
  readonly pair: BoardPair;
  readonly choosing: Signal<Choosing | undefined>;
}

function Acts({ hand, pair, choosing }: ActsProps) {
  const { mentee, mentor, pinned } = pair;
  const person = peopleOf(hand.board);
  const [one, other] = [person(mentee)?.name ?? "", person(mentor)?.name ?? ""];
  return (
    <span class="board-acts">
      <Button
        kind="plain"
        pressed={pinned}
        icon={pinned ? <CheckIcon size={16} /> : undefined}
        label={text.pinThese(one, other)}
        onClick={() =>
          void hand.change({ act: pinned ? "unpin" : "pin", mentee, mentor }, pinned ? text.keptUnpin : text.keptPin)
        }
      >
        {pinned ? text.pinned : text.pin}
      </Button>
      <Button kind="plain" label={text.changeThese(one, other)} onClick={() => (choosing.value = { mentee, mentor })}>
        {text.change}
      </Button>
    </span>
  );
}
