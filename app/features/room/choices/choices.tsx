import { Button } from "../../../web/ui/button.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { useOwn, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { CardHidden, NudgeMuted } from "./schema.ts";
import { choicesText as text, nameOf } from "./text.ts";

/** What a person hid and muted, each with its way back. */
export function Choices() {
  const own = useOwn();
  return (
    <Page title={text.title} lead={text.lead} width="text" back={{ href: "/settings", text: text.back }}>
      {own === undefined ? <Skeleton shape="rows" count={3} /> : <Lists {...own.state.choices} />}
    </Page>
  );
}

interface ListsProps {
  readonly hidden: ReadonlyArray<string>;
  readonly muted: ReadonlyArray<string>;
}

function Lists({ hidden, muted }: ListsProps) {
  if (hidden.length + muted.length === 0) return <p class="muted">{text.none}</p>;
  return (
    <div class="stack stack-large">
      <Names
        title={text.cards}
        names={hidden}
        onAgain={(card) => void writeOwn(eventOf(CardHidden, { card, hidden: false }))}
      />
      <Names
        title={text.nudges}
        names={muted}
        onAgain={(nudge) => void writeOwn(eventOf(NudgeMuted, { nudge, muted: false }))}
      />
    </div>
  );
}

interface NamesProps {
  readonly title: string;
  readonly names: ReadonlyArray<string>;
  readonly onAgain: (name: string) => void;
}

function Names({ title, names, onAgain }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="rows">
        {names.map((name) => (
          <li key={name} class="row-apart">
            <span>{nameOf(name)}</span>
            <Button kind="plain" label={`${text.again}: ${nameOf(name)}`} onClick={() => onAgain(name)}>
              {text.again}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
