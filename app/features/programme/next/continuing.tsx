import { batch, type Signal, signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useMemo } from "preact/hooks";
import { ParticipantId } from "../../../values/id.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatCount } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { addContinuing, listContinuing } from "./api.ts";
import { type Chosen, chosenOf } from "./rules.ts";
import type { Continuing as Listed } from "./schema.ts";
import { continuingText as text } from "./text.ts";

/** Whom a manager asks whether they continue, by boxes. */
export function Continuing({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listContinuing(programmeId, abort));
  const state = load.state.value;
  const earlier = state.kind === "ready" ? state.value.earlierName : null;
  return (
    <Page
      title={text.title}
      {...(earlier !== null && { lead: text.lead(earlier) })}
      width="form"
      back={{ href: `/programmes/${programmeId}`, text: text.programme }}
    >
      <Loaded of={load}>
        {(listed) =>
          listed.earlierName === null ? (
            <p>{text.none}</p>
          ) : (
            <Boxes programmeId={programmeId} listed={listed} onAdded={load.again} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface BoxesProps {
  readonly programmeId: string;
  readonly listed: Listed;
  readonly onAdded: () => void;
}

/** A box for each role that somebody may continue in, and one for each pair. */
function boxesOf({ people, pairs }: Listed) {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    people: people.map((person) => ({ ...person, mentee: signal(false), mentor: signal(false) })),
    pairs: pairs.flatMap(({ mentee, mentor }) => {
      const names = [nameOf.get(mentee), nameOf.get(mentor)] as const;
      return names[0] !== undefined && names[1] !== undefined
        ? [{ mentee, mentor, label: text.pair(names[0], names[1]), together: signal(false) }]
        : [];
    }),
  };
}

type PersonBoxes = ReturnType<typeof boxesOf>["people"][number];

/** Ticks everyone in the roles that they had. */
function chooseAll(people: ReadonlyArray<PersonBoxes>): void {
  batch(() => {
    for (const { roles, mentee, mentor } of people) {
      mentee.value = roles.includes("mentee");
      mentor.value = roles.includes("mentor");
    }
  });
}

function Boxes({ programmeId, listed, onAdded }: BoxesProps) {
  const boxes = useMemo(() => boxesOf(listed), [listed]);
  const busy = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const ticked = (box: Signal<boolean>) => box.value;
    const chosen: Chosen = {
      people: boxes.people.map(({ id, mentee, mentor }) => ({ id, mentee: ticked(mentee), mentor: ticked(mentor) })),
      pairs: boxes.pairs.filter(({ together }) => ticked(together)),
    };
    const body = chosenOf(chosen, listed, () => ParticipantId.parse(newId()));
    if (body.people.length + body.pairs.length === 0) {
      toast(text.nobody);
      return;
    }
    busy.value = true;
    const answer = await addContinuing(programmeId, body);
    busy.value = false;
    if (answer.kind === "done") toast(formatCount(answer.value.added, text.added));
    else if (answer.kind !== "refused") toast(hindranceText[answer.kind]);
    onAdded();
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <div class="buttons">
        <Button kind="quiet" onClick={() => chooseAll(boxes.people)}>
          {text.all}
        </Button>
      </div>
      <section class="stack" aria-label={text.people}>
        {boxes.people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </section>
      {boxes.pairs.length > 0 && <Pairs pairs={boxes.pairs} />}
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.act}
        </Button>
      </div>
    </form>
  );
}

function Pairs({ pairs }: Pick<ReturnType<typeof boxesOf>, "pairs">) {
  return (
    <section class="stack">
      <h2>{text.pairs}</h2>
      <p>{text.pairsHint}</p>
      {pairs.map(({ mentee, label, together }) => (
        <Checkbox key={mentee} label={label} value={together} />
      ))}
    </section>
  );
}

/** Both roles are offered, the one that they had first: somebody may be a mentor this time. */
function Person({ person }: { readonly person: PersonBoxes }) {
  const { name, roles, isListed, mentee, mentor } = person;
  if (isListed)
    return (
      <p>
        <span dir="auto">{name}</span> <span class="muted">{text.listed}</span>
      </p>
    );
  return (
    <div class="stack stack-small">
      {roles.includes("mentee") && <Checkbox label={text.mentee(name)} value={mentee} />}
      <Checkbox label={text.mentor(name)} value={mentor} />
      {!roles.includes("mentee") && <Checkbox label={text.mentee(name)} value={mentee} />}
    </div>
  );
}
