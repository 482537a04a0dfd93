import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { Parts } from "../timeline/parts.tsx";
import type { Manual } from "./rules.ts";
import { feedbackText as text, manualChoices } from "./text.ts";

/** The other's manual, above every feedback form (P81). */
export function ManualOf({ room }: { readonly room: RoomInHand }) {
  const manual = room.view.state.feedback.manuals[room.other];
  if (!manual) return null;
  return (
    <Disclosure summary={text.manualOf(room.name)} open>
      <ManualWords manual={manual} />
    </Disclosure>
  );
}

/** What a manual says. */
export function ManualWords({ manual }: { readonly manual: Manual }) {
  const chosen = [
    manualChoices.how.find(({ value }) => value === manual.how),
    manualChoices.moment.find(({ value }) => value === manual.moment),
    manualChoices.medium.find(({ value }) => value === manual.medium),
  ].flatMap((choice) => choice?.text ?? []);
  return (
    <div class="stack stack-small">
      {chosen.length > 0 && <Words>{chosen.join(". ")}</Words>}
      <Parts
        parts={[
          [text.avoid, manual.avoid],
          [text.quiet, manual.quiet],
        ]}
      />
    </div>
  );
}
