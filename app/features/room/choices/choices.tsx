import { Button } from "../../../web/ui/button.tsx";
import { writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { CardHidden } from "./schema.ts";
import { choicesText as text, nameOf } from "./text.ts";

/** The cards that a person hid, each with its way back; nothing where there are none. */
export function Choices({ hidden }: { readonly hidden: ReadonlyArray<string> }) {
  if (hidden.length === 0) return null;
  return (
    <section class="stack">
      <h3>{text.cards}</h3>
      <ul class="rows">
        {hidden.map((card) => (
          <li key={card} class="row-apart">
            <span>{nameOf(card)}</span>
            <Button
              kind="plain"
              label={`${text.again}: ${nameOf(card)}`}
              onClick={() => void writeOwn(eventOf(CardHidden, { card, hidden: false }))}
            >
              {text.again}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
