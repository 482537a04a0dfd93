import { storyEcho } from "../../../../content/en/stories.generated.ts";
import { draft } from "../../../web/client/draft.ts";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestWords, type Reference, referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, sendKind } from "../timeline/kinds/kind-form.tsx";
import { StoryEchoed } from "./schema.ts";
import { storiesText as text } from "./text.ts";

/** Props of `EchoForm`. */
export interface EchoFormProps {
  readonly room: RoomInHand;
  /** The note that is marked as a challenge. */
  readonly to: Reference;
  readonly onDone: () => void;
}

/** Below a challenge of the other's: first stay with theirs, then two or three sentences, then back to them (P94). */
export function EchoForm({ room, to, onDone }: EchoFormProps) {
  const key = `echo:${to.id}`;
  const starter = text.echoStart + text.echoEnd;
  const words = draft(key, starter);
  async function handleSend() {
    const said = words.value.trim();
    if (said === "" || said === starter.trim()) return;
    if (await sendKind(room, eventOf(StoryEchoed, { to: referTo(to), text: said }), [key])) onDone();
  }
  return (
    <KindFrame room={room} onSend={handleSend}>
      <Guidance block={storyEcho} />
      <TextArea label={text.echo} value={words} words rows={3} most={longestWords} />
    </KindFrame>
  );
}
