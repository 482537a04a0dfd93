import { useSignal, type Signal } from "@preact/signals";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { type KindName, kindNames } from "./rules.ts";
import { timelineText as text } from "../text.ts";

/** What is being written: a note, what one heard, or a kind with a form of its own. */
export type Kind = "note" | "heard" | KindName;

const place = () => import("./kind-place.tsx");

/** The form of a kind. */
export const KindPlace = lazily(() => place().then((m) => m.KindPlace));

/** Beside the text box: what it is that one writes. Further kinds are folded away. */
export function Kinds({ kind }: { readonly kind: Signal<Kind> }) {
  const isOpen = useSignal(false);
  // The form takes the place of the text box once it is here, so that nothing moves twice.
  async function handleForm(name: KindName) {
    await KindPlace.fetch();
    await place().then(
      ({ forms }) => forms[name].fetch(),
      () => undefined,
    );
    kind.value = name;
  }
  return (
    <div class="stack stack-small">
      <fieldset class="compose-kinds" aria-label={text.kind}>
        {(["note", "heard"] as const).map((each) => (
          <Chip key={each} pressed={kind.value === each} onClick={() => (kind.value = each)}>
            {text.kinds[each]}
          </Chip>
        ))}
        <Chip onClick={() => void handleForm("moment")}>{text.kinds.moment}</Chip>
        <Chip expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          {text.more}
        </Chip>
      </fieldset>
      {isOpen.value && (
        <fieldset class="compose-kinds" aria-label={text.more}>
          {kindNames.map((name) => (
            <Chip key={name} onClick={() => void handleForm(name)}>
              {text.kinds[name]}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
}

interface ChipProps {
  readonly children: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

function Chip({ children, pressed, expanded, onClick }: ChipProps) {
  return (
    <button type="button" class="compose-kind" aria-pressed={pressed} aria-expanded={expanded} onClick={onClick}>
      {children}
    </button>
  );
}
