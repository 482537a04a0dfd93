import { storyReply } from "../../../../content/en/stories.generated.ts";
import type { ItemId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { longestWords, referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { Parts } from "../timeline/parts.tsx";
import { mayAnswer, storyFields, type StoryWords as Story } from "./rules.ts";
import { promptText, storiesLineText as text } from "./said/text.ts";
import { StoryAnswered } from "./schema.ts";

/** Props of `StoryWords`. */
export interface StoryWordsProps {
  readonly room: RoomInHand;
  readonly id: ItemId;
  /** A story with its prompts, or the few sentences of an echo. */
  readonly story: Story | string;
}

/** A story that was told; the other may say a word to it, and reads that no story is wanted in return (P43). */
export function StoryWords({ room, id, story }: StoryWordsProps) {
  const isOpen = room.isOpen && mayAnswer(room.view.state.stories, id, room.me);
  return (
    <div class="stack stack-small">
      {typeof story === "string" ? (
        <Words>{story}</Words>
      ) : (
        <Parts parts={storyFields.map((field) => [promptText[field], story[field]])} />
      )}
      {isOpen && <Answer room={room} id={id} />}
    </div>
  );
}

function Answer({ room, id }: { readonly room: RoomInHand; readonly id: ItemId }) {
  const key = `story:${id}`;
  const words = draft(key);
  async function answer(said: string) {
    const told = room.view.state.stories.told.find((one) => one.id === id);
    if (!told || said === "") return;
    if (await room.write(eventOf(StoryAnswered, { to: referTo(told), text: said }))) dropDraft(key);
  }
  return (
    <Disclosure summary={text.reply}>
      <div class="stack stack-small">
        <Guidance block={storyReply} />
        <TextArea label={text.words} value={words} words rows={2} most={longestWords} />
        <div class="buttons">
          <Button kind="quiet" onClick={() => void answer(words.value.trim())}>
            {text.send}
          </Button>
          <Button kind="plain" onClick={() => void answer(text.thanks)}>
            {text.thanks}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
