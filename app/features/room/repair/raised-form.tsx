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

/** "Something is bothering me": kept in one's own log until its writer is ready to send it (P82). */
export function RaisedForm({ room, sessionId, onDone }: KindFormProps) {
  const key = `concern:${room.roomId}`;
  const words = draft(key);
  const kept = useOwn()?.state.repair.kept[room.roomId] ?? "";
  const fault = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (words.peek() === "") words.value = kept;
  }, [kept, words]);
  const keep = (said: string) => writeOwn(eventOf(ConcernKept, { roomId: room.roomId, text: said }));

  function isLacking(said: string): boolean {
    fault.value = said === "" ? text.raisedNone : undefined;
    return said === "";
  }
  async function handleSend() {
    const said = words.value.trim();
    if (isLacking(said)) return;
    const raised = eventOf(ConcernRaised, { text: said, ...(sessionId ? { sessionId } : {}) });
    if (!(await sendKind(room, raised, [key]))) return;
    if (kept !== "") await keep("");
    onDone();
  }
  async function handleKeep() {
    const said = words.value.trim();
    if (isLacking(said) || !(await keep(said))) return;
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
            {text.useStarter}
          </Button>
        </div>
      )}
      <TextArea label={text.raised} value={words} words rows={3} most={longestWords} />
    </KindFrame>
  );
}
