import { useSignal } from "@preact/signals";
import { formatClock } from "../../../web/client/clock.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { TakeTopicProps } from "../sessions/topics/take-topic.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import type { WordingElsewhereProps } from "../reuse/parts.tsx";
import { PartForm, type PartFormProps, type WrittenPart } from "./part-form.tsx";
import { firstParts, type PartState, type PartWording, type Proposal } from "./rules.ts";
import { PartAccepted, PartKept, PartPreferred, PartProposed } from "./schema.ts";
import { agreementText as text, partText, wordsOf } from "./text.ts";

// Fetched while the room is read.
const TakeTopic = lazily<TakeTopicProps>(() => import("../sessions/topics/take-topic.tsx").then((m) => m.TakeTopic));
void TakeTopic.fetch();

const WordingElsewhere = lazily<WordingElsewhereProps>(() =>
  import("../reuse/parts.tsx").then((m) => m.WordingElsewhere),
);

/** Props of `PartCard`. */
export interface PartCardProps {
  readonly room: RoomInHand;
  readonly part: WrittenPart;
}

/** One part of the agreement: what stands, what is suggested, and what one can say to it. */
export function PartCard({ room, part }: PartCardProps) {
  const editing = useSignal(false);
  const state: PartState = room.view.state.agreement.parts[part] ?? {
    preferences: {},
    proposal: undefined,
    agreed: undefined,
  };
  const propose = async (wording: PartWording) => {
    if (await room.write(eventOf(PartProposed, wording))) editing.value = false;
  };
  return (
    <Card title={partText[part].title}>
      <div class="stack">
        <p class="muted">{partText[part].ask}</p>
        <div class={state.agreed && state.proposal ? "agreement-before-after" : "stack"}>
          {state.agreed && <Wording tag={state.proposal ? text.now : text.agreed} wording={state.agreed} />}
          {state.proposal && <Suggested room={room} proposal={state.proposal} hasAgreed={state.agreed !== undefined} />}
        </div>
        <Changes changes={state.changes ?? []} />
        {editing.value && (
          <PartForm
            part={part}
            start={state.proposal?.wording ?? state.agreed}
            button={text.suggest}
            onDone={(wording) => void propose(wording)}
          />
        )}
        {!editing.value &&
          room.isOpen &&
          (state.agreed || state.proposal ? (
            <div class="buttons-plain">
              <Button kind="plain" onClick={() => (editing.value = true)}>
                {state.proposal && state.proposal.by !== room.me ? text.other : text.change}
              </Button>
            </div>
          ) : (
            <Begin room={room} part={part} state={state} onPropose={(wording) => void propose(wording)} />
          ))}
      </div>
    </Card>
  );
}

/** What both said yes to, and when; the two see the same (P51). */
function Changes({ changes }: { readonly changes: NonNullable<PartState["changes"]> }) {
  if (changes.length < 2) return null;
  return (
    <Disclosure summary={text.changes}>
      <ol class="plain-list stack">
        {changes.map(({ wording, at }) => (
          <li key={at}>
            <Wording tag={text.agreedOn(formatDate(dayOf(at)))} wording={wording} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** What a part says. */
export function Wording({ tag, wording }: { readonly tag: string; readonly wording: PartWording }) {
  return (
    <div>
      <p class="tag">{tag}</p>
      {wordsOf(wording, formatClock).map((line) => (
        <Words key={line}>{line}</Words>
      ))}
    </div>
  );
}

function Suggested({
  room,
  proposal,
  hasAgreed,
}: {
  readonly room: RoomInHand;
  readonly proposal: Proposal;
  readonly hasAgreed: boolean;
}) {
  const isMine = proposal.by === room.me;
  return (
    <div class="stack stack-small">
      <Wording tag={isMine ? text.mine : text.suggests(room.name)} wording={proposal.wording} />
      {isMine && <p class="muted small">{text.waits(room.name)}</p>}
      <div class="buttons">
        {!isMine && (
          <Button kind="quiet" onClick={() => void room.write(eventOf(PartAccepted, { proposal: referTo(proposal) }))}>
            {text.fine}
          </Button>
        )}
        {(isMine || hasAgreed) && (
          <Button kind="plain" onClick={() => void room.write(eventOf(PartKept, { proposal: referTo(proposal) }))}>
            {isMine ? text.takeBack : text.keep}
          </Button>
        )}
      </div>
      {!isMine && hasAgreed && <TakeTopic room={room} topic={partText[proposal.wording.part].title} />}
    </div>
  );
}

/** The fields with the usual words, or with those that this person wrote in another room of theirs. */
function FirstWords({ room, ...form }: Omit<PartFormProps, "start"> & Pick<PartCardProps, "room">) {
  const taken = useSignal<PartWording | undefined>(undefined);
  return (
    <>
      <PartForm key={taken.value ? "taken" : "usual"} start={taken.value} {...form} />
      {!taken.value && <WordingElsewhere room={room} part={form.part} onTake={(wording) => (taken.value = wording)} />}
    </>
  );
}

interface BeginProps extends PartCardProps {
  readonly state: PartState;
  readonly onPropose: (wording: PartWording) => void;
}

/** The first meeting's parts are suggested at once; for the others each says alone what they would like, and the mentee's is shown first. */
function Begin({ room, part, state, onPropose }: BeginProps) {
  const isFirst = firstParts.some((each) => each === part);
  const mine = state.preferences[room.me];
  const theirs = state.preferences[room.other];
  if (isFirst) return <FirstWords room={room} part={part} button={text.suggest} onDone={onPropose} />;
  if (!mine)
    return (
      <>
        <p class="muted small">{text.preferLead(room.name)}</p>
        <FirstWords
          room={room}
          part={part}
          button={text.prefer}
          onDone={(wording) => void room.write(eventOf(PartPreferred, wording))}
        />
      </>
    );
  const both = room.relationship.myRole === "mentee" ? [mine, theirs] : [theirs, mine];
  return (
    <>
      {both.map(
        (wording) =>
          wording && (
            <Wording
              key={wording === mine ? "mine" : "theirs"}
              tag={wording === mine ? text.mine : text.theirs(room.name)}
              wording={wording}
            />
          ),
      )}
      {!theirs && <p class="muted small">{text.waitsPreference(room.name)}</p>}
      <div class="buttons">
        {both.map(
          (wording) =>
            wording && (
              <Button key={wording === mine ? "mine" : "theirs"} kind="quiet" onClick={() => onPropose(wording)}>
                {wording === mine ? text.suggestMine : text.suggestTheirs(room.name)}
              </Button>
            ),
        )}
      </div>
    </>
  );
}
