import { type Signal, useSignal } from "@preact/signals";
import type { ParticipantId } from "../../../values/id.ts";
import { formatCount } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { readChoices } from "./drafts/api.ts";
import type { BoardMentor, MentorChoice } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import { namesOf, PersonCell, spoken } from "./names.tsx";
import { useOpenWith } from "./open-with.tsx";
import { WhyTheseTwo } from "./reasons/sentences.tsx";
import { whyTheseTwo } from "./reasons/text.ts";
import { refusalText, text } from "./text.ts";

/** Whose mentor is being chosen, and who it is in the draft. */
export interface Choosing {
  readonly mentee: ParticipantId;
  readonly mentor: ParticipantId | undefined;
}

interface MentorDialogProps {
  readonly hand: Hand;
  readonly choosing: Signal<Choosing | undefined>;
}

/** Another mentor for somebody: all whom the rules allow, the closest fit first, and why not the others. */
export function MentorDialog({ hand, choosing }: MentorDialogProps) {
  const open = useOpenWith(choosing);
  const chosen = choosing.value;
  const name = namesOf(hand.board);

  async function handle(act: "pin" | "keep-apart", mentor: ParticipantId) {
    if (!chosen) return;
    await hand.change({ act, mentee: chosen.mentee, mentor }, act === "pin" ? text.keptPin : text.kept);
    if (hand.trouble.peek() === undefined) open.value = false;
  }

  const apart = chosen?.mentor;
  const actions = apart && (
    <Button kind="plain" busy={hand.busy.value === "change"} onClick={() => void handle("keep-apart", apart)}>
      {text.keepApart(name(apart))}
    </Button>
  );
  return (
    <Dialog open={open} title={chosen ? text.dialogTitle(name(chosen.mentee)) : ""} {...(actions && { actions })}>
      {chosen && (
        <div class="stack">
          <p>
            {chosen.mentor === undefined ? text.dialogWaiting : text.dialogNow(name(chosen.mentor))}{" "}
            <span class="muted">{text.dialogHint}</span>
          </p>
          {hand.trouble.value !== undefined && (
            <Notice kind="care" announce>
              {hand.trouble.value}
            </Notice>
          )}
          <Choices hand={hand} choosing={chosen} onChoose={(mentor) => void handle("pin", mentor)} />
        </div>
      )}
    </Dialog>
  );
}

interface ChoicesProps {
  readonly hand: Hand;
  readonly choosing: Choosing;
  readonly onChoose: (mentor: ParticipantId) => void;
}

function Choices({ hand, choosing, onChoose }: ChoicesProps) {
  const load = useLoad(choosing.mentee, (abort) => readChoices(hand.programmeId, choosing.mentee, abort));
  return (
    <Loaded of={load} skeleton={<Skeleton shape="rows" count={4} />}>
      {({ choices }) => <Listed hand={hand} choosing={choosing} onChoose={onChoose} choices={choices} />}
    </Loaded>
  );
}

/** How many mentors are listed before the rest is asked for. */
const shownFirst = 8;

function Listed({
  hand,
  choosing,
  onChoose,
  choices,
}: ChoicesProps & { readonly choices: ReadonlyArray<MentorChoice> }) {
  const words = useSignal("");
  const all = useSignal(false);
  const mentors = new Map(hand.board.mentors.map((mentor) => [mentor.id, mentor]));
  const named = choices.flatMap((choice) => {
    const mentor = mentors.get(choice.mentor);
    return mentor ? [{ choice, mentor }] : [];
  });
  const possible = named.filter(({ choice }) => choice.refused === null);
  const found = possible.filter(({ mentor }) => mentor.name.toLowerCase().includes(words.value.trim().toLowerCase()));
  const shown = all.value ? found : found.slice(0, shownFirst);
  return (
    <div class="stack">
      {possible.length > shownFirst && <TextField label={text.filter} type="search" value={words} />}
      {possible.length === 0 && <p class="muted">{text.nobodyPossible}</p>}
      <ul class="rows">
        {shown.map(({ choice, mentor }) => (
          <ChoiceRow
            key={mentor.id}
            hand={hand}
            choosing={choosing}
            choice={choice}
            mentor={mentor}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button kind="plain" onClick={() => (all.value = true)}>
          {formatCount(found.length - shown.length, text.moreChoices)}
        </Button>
      )}
      <NotPossible named={named.filter(({ choice }) => choice.refused !== null)} />
    </div>
  );
}

interface ChoiceRowProps extends ChoicesProps {
  readonly choice: MentorChoice;
  readonly mentor: BoardMentor;
}

function ChoiceRow({ hand, choosing, onChoose, choice, mentor }: ChoiceRowProps) {
  const mentee = hand.board.mentees.find(({ id }) => id === choosing.mentee);
  const here = hand.board.draft?.pairs.filter((pair) => pair.mentor === mentor.id).length ?? 0;
  const isNow = mentor.id === choosing.mentor;
  return (
    <li class="row-apart board-choice">
      <div>
        <PersonCell person={mentor} more={text.placesOf(mentor.taken + here, mentor.places)} />
        <p class="small">
          <WhyTheseTwo why={whyTheseTwo(choice.reasons, { mentee: spoken(mentee), mentor: spoken(mentor) })} />
        </p>
      </div>
      {isNow ? (
        <span class="tag">{text.isNow}</span>
      ) : (
        <Button
          kind="quiet"
          busy={hand.busy.value === "change"}
          label={text.chooseThis(mentor.name)}
          onClick={() => onChoose(mentor.id)}
        >
          {text.choose}
        </Button>
      )}
    </li>
  );
}

function NotPossible({
  named,
}: {
  readonly named: ReadonlyArray<{ readonly choice: MentorChoice; readonly mentor: BoardMentor }>;
}) {
  if (named.length === 0) return null;
  return (
    <Disclosure summary={formatCount(named.length, text.notPossible)}>
      <ul class="rows">
        {named.map(({ choice, mentor }) => (
          <li key={mentor.id}>
            <span dir="auto">{mentor.name}</span>
            <p class="small muted">{choice.refused !== null && refusalText[choice.refused]}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
