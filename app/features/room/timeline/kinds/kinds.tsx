import { useSignal, type Signal } from "@preact/signals";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { kindGroups, type KindGroup, type KindName } from "./rules.ts";
import { timelineText as text } from "../text.ts";

/** What is being written: a note, what one heard, or a kind with a form of its own. */
export type Kind = "note" | "heard" | KindName;

const place = () => import("./kind-place.tsx");

/** The form of a kind. */
export const KindPlace = lazily(() => place().then((m) => m.KindPlace));

const groups = ["mine", "right", "give"] as const satisfies ReadonlyArray<KindGroup>;

/** Props of `Kinds`. */
export interface KindsProps {
  readonly kind: Signal<Kind>;
  /** The other's. */
  readonly name: string;
}

/** Beside the text box: what it is that one writes. Further kinds are folded away. */
export function Kinds({ kind, name }: KindsProps) {
  const isOpen = useSignal(false);
  // The form takes the place of the text box once it is here, so that nothing moves twice.
  async function handleForm(form: KindName) {
    await KindPlace.fetch();
    await place().then(
      ({ forms }) => forms[form].fetch(),
      () => undefined,
    );
    kind.value = form;
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
      {isOpen.value &&
        groups.map((group) => (
          <fieldset key={group} class="compose-kinds">
            <legend class="muted small">{text.groups[group](name)}</legend>
            {kindGroups[group].map((each) => (
              <Chip key={each} onClick={() => void handleForm(each)}>
                {text.kinds[each]}
              </Chip>
            ))}
          </fieldset>
        ))}
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
