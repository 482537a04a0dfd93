import { useSignal } from "@preact/signals";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { TextArea } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { useOwn, writeOwn } from "../frame/hand.tsx";
import { longestWords } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { KindFrame, type KindFormProps } from "../timeline/kinds/kind-form.tsx";
import { isBlank, type StoryKept as Kept, storyFields } from "./rules.ts";
import { promptText } from "./said/text.ts";
import { StoryKept, StoryTold } from "./schema.ts";
import { storiesText as text } from "./text.ts";

const empty = { tried: "", wrong: "", taught: "", sooner: "" };

/** What stands in the form. Stories are their writer's, so they are the same draft in every room. */
function useStory() {
  const fields = storyFields.map((field) => ({ field, value: draft(`story:${field}`) }));
  const [tried = "", wrong = "", taught = "", sooner = ""] = fields.map(({ value }) => value.value.trim());
  const fill = (words: Omit<Kept["payload"], "story">) => {
    for (const { field, value } of fields) value.value = words[field];
  };
  const drop = () => {
    for (const { field } of fields) dropDraft(`story:${field}`);
    dropDraft("choice:story");
  };
  return { fields, words: { tried, wrong, taught, sooner }, fill, drop };
}

/** A story in four prompts: kept for oneself first, and told in this room by choice (P26, P44). */
export function StoryForm({ room, sessionId, onDone }: KindFormProps) {
  const { fields, words, fill, drop } = useStory();
  const story = draft("choice:story");
  const fault = useSignal<string | undefined>(undefined);

  async function keep(): Promise<boolean> {
    fault.value = isBlank(words) ? text.nothing : undefined;
    if (fault.value !== undefined) return false;
    if (story.value === "") story.value = newId();
    return (await writeOwn(eventOf(StoryKept, { ...words, story: story.value }))) !== undefined;
  }
  async function handleTell() {
    const told = eventOf(StoryTold, { ...words, ...(sessionId ? { sessionId } : {}) });
    if (!(await keep()) || !(await room.write(told))) return;
    drop();
    onDone();
  }
  async function handleKeep() {
    if (!(await keep())) return;
    toast(text.kept);
    drop();
    onDone();
  }
  function handleOpen(kept: Kept["payload"]) {
    fill(kept);
    story.value = kept.story;
  }

  return (
    <KindFrame
      room={room}
      fault={fault.value}
      send={text.keep}
      onSend={handleKeep}
      actions={
        <Button kind="quiet" onClick={() => void handleTell()}>
          {text.tell(room.name)}
        </Button>
      }
    >
      <KeptStories onOpen={handleOpen} />
      <p class="muted small">{text.lead}</p>
      {fields.map(({ field, value }) => (
        <TextArea key={field} label={promptText[field]} value={value} words rows={2} most={longestWords} />
      ))}
    </KindFrame>
  );
}

/** The stories that one keeps for oneself, to take up or to take away; nothing where there are none. */
export function KeptStories({ onOpen }: { readonly onOpen: (kept: Kept["payload"]) => void }) {
  const kept = useOwn()?.state.stories.kept ?? [];
  if (kept.length === 0) return null;
  const write = (words: Kept["payload"]) => writeOwn(eventOf(StoryKept, words));
  async function handleRemove(one: Kept["payload"]) {
    if (await write({ ...empty, story: one.story })) toast(text.removed, { undo: () => void write(one) });
  }
  return (
    <Disclosure summary={text.mine}>
      <ul class="rows">
        {kept.map((one) => {
          const begins = storyFields.map((field) => one[field]).find((words) => words !== "") ?? "";
          return (
            <li key={one.story} class="row-apart">
              <Words>{begins}</Words>
              <div class="buttons-plain">
                <Button kind="plain" label={`${text.open}: ${begins.slice(0, 60)}`} onClick={() => onOpen(one)}>
                  {text.open}
                </Button>
                <Button
                  kind="plain"
                  label={`${text.remove}: ${begins.slice(0, 60)}`}
                  onClick={() => void handleRemove(one)}
                >
                  {text.remove}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
