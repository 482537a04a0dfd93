import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { repairRaise } from "../../../../content/en/repair.generated.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { useOwn, writeOwn } from "../frame/hand.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps, sendKind } from "../timeline/kinds/kind-form.tsx";
import { ConcernKept, ConcernRaised } from "./schema.ts";
import { repairText as text } from "./text.ts";

/** What stands in the form: what was kept in one's own log, until something else is written. */
function useConcern({ roomId }: KindFormProps["room"]) {
  const key = `concern:${roomId}`;
  const words = draft(key);
  const kept = useOwn()?.state.repair.kept[roomId] ?? "";
  useEffect(() => {
    if (words.peek() === "") words.value = kept;
  }, [kept, words]);
  const keep = (said: string) => writeOwn(eventOf(ConcernKept, { roomId, text: said }));
  return { key, words, keep, isKept: kept !== "" };
}

/** "Something is bothering me": kept in one's own log until its writer is ready to send it (P82). */
export function RaisedForm({ room, sessionId, onDone }: KindFormProps) {
  const { key, words, keep, isKept } = useConcern(room);
  const fault = useSignal<string | undefined>(undefined);
  const said = words.value.trim();

  async function handleSend() {
    fault.value = said === "" ? text.raisedNone : undefined;
    const raised = eventOf(ConcernRaised, { text: said, ...(sessionId ? { sessionId } : {}) });
    if (said === "" || !(await sendKind(room, raised, [key]))) return;
    if (isKept) await keep("");
    onDone();
  }
  async function handleKeep() {
    fault.value = said === "" ? text.raisedNone : undefined;
    if (said === "" || !(await keep(said))) return;
    dropDraft(key);
    toast(text.kept);
    onDone();
  }

  return (
    <KindFrame
      room={room}
      fault={fault.value}
      onSend={handleSend}
      actions={
        <Button kind="plain" onClick={() => void handleKeep()}>
          {text.later}
        </Button>
      }
    >
      <Guidance block={repairRaise} />
      {words.value === "" && (
        <div class="buttons-plain">
          <Button kind="plain" onClick={() => (words.value = text.starter)}>
            {text.beginWith}
          </Button>
        </div>
      )}
      <TextArea label={text.raised} value={words} words rows={3} most={longestWords} />
    </KindFrame>
  );
}
