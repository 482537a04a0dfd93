import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../../web/client/answer.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { TagsField } from "../../../../web/ui/tags-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { InvitedBy } from "../../profile/invited-by.tsx";
import { me } from "../../sign-in/api.ts";
import type { PartProps } from "../person/facts.tsx";
import { writeInvitedFor } from "./api.ts";
import { mostTopics, topicsFrom } from "./rules.ts";
import { text } from "./text.ts";

/** Props of `InvitedFor`. */
export interface InvitedForProps extends PartProps {
  /** What the mentor offers, as they or the file say. */
  readonly offered: ReadonlyArray<string>;
}

/** What the programme says of a mentor on their card (P98); a manager writes it, and not about themself. */
export function InvitedFor(props: InvitedForProps) {
  const writing = useSignal(false);
  const { person } = props;
  const isOwn = me.value?.participations.some(({ participantId }) => participantId === person.id) ?? false;
  if (!person.facts.roles.includes("mentor")) return null;
  const name = person.callName || person.facts.name;
  return (
    <section class="stack">
      <h2>{text.title(name)}</h2>
      <p class="muted">{isOwn ? text.own : text.hint(name)}</p>
      {writing.value ? (
        <Write {...props} name={name} onDone={() => (writing.value = false)} />
      ) : (
        <>
          {person.invitedFor.length === 0 ? (
            <p class="muted">{text.nothing}</p>
          ) : (
            <InvitedBy programmeName={person.programmeName} topics={person.invitedFor} />
          )}
          {!isOwn && (
            <div class="buttons">
              <Button kind="quiet" onClick={() => (writing.value = true)}>
                {person.invitedFor.length === 0 ? text.write : text.change}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface WriteProps extends InvitedForProps {
  readonly name: string;
  readonly onDone: () => void;
}

function Write({ programmeId, person, offered, name, onDone, onChanged }: WriteProps) {
  const topics = useSignal<ReadonlyArray<string>>(person.invitedFor);
  const busy = useSignal(false);
  const wrong = useSignal<string | undefined>(undefined);
  const theirs = topicsFrom(offered);

  async function handleSave() {
    busy.value = true;
    const answer = await writeInvitedFor({ programmeId, participantId: person.id }, topics.value);
    busy.value = false;
    if (answer.kind !== "done") {
      wrong.value =
        answer.kind === "fields" ? text.wrong : hindranceText[answer.kind === "refused" ? "fields" : answer.kind];
      return;
    }
    toast(text.saved);
    onDone();
    onChanged();
  }

  return (
    <div class="stack">
      <TagsField
        id="invited-for"
        label={text.label}
        hint={text.labelHint}
        most={mostTopics}
        value={topics}
        error={wrong.value}
      />
      <div class="buttons">
        <Button wide="phone" busy={busy.value} onClick={() => void handleSave()}>
          {text.save}
        </Button>
        {theirs.length > 0 && (
          <Button kind="quiet" wide="phone" onClick={() => (topics.value = theirs)}>
            {text.take(name)}
          </Button>
        )}
        <Button kind="plain" wide="phone" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
