import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SessionId } from "../../../values/id.ts";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { useOwn, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { isQuiet } from "./rules.ts";
import { QuietChosen } from "./schema.ts";
import { choicesText as text } from "./text.ts";

/** The switch that silences Oakroom for its owner until Close (P06). */
export function Quiet({ sessionId }: { readonly sessionId: SessionId }) {
  const own = useOwn();
  const kept = own !== undefined && isQuiet(own.state.choices, sessionId);
  const quiet = useSignal(kept);
  useEffect(() => {
    quiet.value = kept;
  }, [kept, quiet]);
  return (
    <Checkbox
      label={text.quiet}
      value={quiet}
      onChange={(isOn) => void writeOwn(eventOf(QuietChosen, isOn ? { sessionId } : {}))}
    />
  );
}
