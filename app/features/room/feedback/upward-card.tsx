import { useSignal } from "@preact/signals";
import { fbUpwardAsk } from "../../../../content/en/feedback.generated.ts";
import { powerCard } from "../../../../content/en/mentor.generated.ts";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Session } from "../sessions/rules.ts";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, sendKind } from "../timeline/kinds/kind-form.tsx";
import { isUpwardOpen, refuseUpward, upwardHere } from "./rules.ts";
import { UpwardAsked } from "./schema.ts";
import { feedbackLineText as said } from "./said/text.ts";
import { upwardText as text } from "./text.ts";
import { UpwardTurn } from "./upward-turn.tsx";
import { UpwardParts } from "./upward-words.tsx";

/** Props of `UpwardCard`. */
export interface UpwardCardProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** At Close: the mentor opens it and goes first; the mentee answers; the mentor replies (P30, P95). */
export function UpwardCard({ room, session }: UpwardCardProps) {
  const isPutOff = draft(`choice:upward:${session.id}`);
  const upward = upwardHere(room.view.state.feedback, session.id, room.me);
  if (!upward)
    return isPutOff.value === "" && room.relationship.myRole === "mentor" ? (
      <Ask room={room} session={session} onPutOff={() => (isPutOff.value = "yes")} />
    ) : null;
  const isMine = upward.by === room.me;
  return (
    <Card soft title={isMine ? said.upwardMine : said.upward}>
      <div class="stack">
        <UpwardParts asked={upward.choices} />
        {isUpwardOpen(upward, room.me) && <UpwardTurn room={room} upward={upward} />}
        {isMine && !upward.answer && <p class="muted small">{text.waits(room.name)}</p>}
      </div>
    </Card>
  );
}

const fields = ["criticism", "weak", "question", "first", "second"] as const;

/** Folded until the mentor wishes to: Close stays short. */
function Ask({ room, session, onPutOff }: UpwardCardProps & { readonly onPutOff: () => void }) {
  return (
    <Card soft title={text.title}>
      <Disclosure summary={text.begin}>
        <AskForm room={room} session={session} />
      </Disclosure>
      <div class="buttons-plain">
        <Button kind="plain" onClick={onPutOff}>
          {text.notNow}
        </Button>
      </div>
    </Card>
  );
}

function AskForm({ room, session }: UpwardCardProps) {
  const keys = fields.map((field) => `upward:${room.roomId}:${field}`);
  const drafts = keys.map((key) => draft(key));
  const [criticism, weak, question, first, second] = drafts;
  const fault = useSignal<string | undefined>(undefined);
  if (!criticism || !weak || !question || !first || !second) return null;
  async function handleSend() {
    const [told = "", point = "", asked = "", one = "", other = ""] = drafts.map(({ value }) => value.trim());
    const words = { criticism: told, weak: point, question: asked, first: one, second: other };
    fault.value = refuseUpward(words) && text.notWhole;
    if (fault.value !== undefined) return;
    await sendKind(room, eventOf(UpwardAsked, { ...words, sessionId: session.id }), keys);
  }
  return (
    <KindFrame room={room} fault={fault.value} send={text.ask(room.name)} onSend={handleSend}>
      <Guidance block={fbUpwardAsk} />
      <Disclosure summary={text.power}>
        <Guidance block={powerCard} />
      </Disclosure>
      <TextArea label={text.criticism} value={criticism} words rows={2} most={longestWords} />
      <TextArea label={text.weak} value={weak} words rows={2} most={longestWords} />
      <TextField label={text.question} value={question} placeholder={text.examples.question} />
      <div class="columns">
        <TextField label={text.first} value={first} placeholder={text.examples.first} />
        <TextField label={text.second} value={second} placeholder={text.examples.second} />
      </div>
    </KindFrame>
  );
}
