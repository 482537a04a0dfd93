import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { AccountId, LogId } from "../../../values/id.ts";
import { wordsIn } from "../../../values/worded.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import type { Opened } from "../state/rules.ts";
import { eventOf } from "../state/schema.ts";
import { useIsWhole } from "./item.tsx";
import { longestWhy } from "./rules.ts";
import { ReleaseAsked } from "./schema.ts";
import { releasesText as text } from "./text.ts";

/** Settled together, or nobody's words alone. */
const notAsked = /^(?:agreement|ground|offlimits|pages|releases|ending|reviews)\./;

function isTheirWords(event: Opened, other: AccountId): boolean {
  return event.author === other && event.hash !== "" && !notAsked.test(event.type) && wordsIn(event.payload).length > 0;
}

/** What was found by words, or the newest of a room; newest first. */
async function eventsOf(roomId: LogId, sought: string): Promise<ReadonlyArray<Opened>> {
  if (sought !== "") return (await vault.search(sought, roomId)).map(({ event }) => event);
  const page = await vault.timeline(roomId, { limit: 200, of: "both" });
  if (page === "no-such-room") return [];
  return page.entries.flatMap((entry) => (entry.is === "event" ? [entry.event] : [])).toReversed();
}

/** What the other wrote. */
function useTheirs(room: RoomInHand, sought: string, most: number): ReadonlyArray<Opened> | undefined {
  const found = useSignal<ReadonlyArray<Opened> | undefined>(undefined);
  const { roomId, other } = room;
  useEffect(() => {
    let over = false;
    const read = async () => {
      const events = await eventsOf(roomId, sought);
      if (!over) found.value = events.filter((event) => isTheirWords(event, other));
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, other, room.view.revision, sought, found]);
  return found.value?.slice(0, most);
}

/** Asks the other about one thing that they wrote. */
export function AskForm({ room, onEnd }: { readonly room: RoomInHand; readonly onEnd: () => void }) {
  const search = useSignal("");
  const most = useSignal(5);
  const chosen = useSignal<Opened | undefined>(undefined);
  const theirs = useTheirs(room, search.value.trim(), most.value);
  if (chosen.value)
    return <Ask room={room} item={chosen.value} onEnd={onEnd} onOther={() => (chosen.value = undefined)} />;
  return (
    <div class="stack">
      <div class="row-apart">
        <p class="muted">{text.askLead(room.name)}</p>
        <Button kind="plain" onClick={onEnd}>
          {text.cancel}
        </Button>
      </div>
      <TextField label={text.find} type="search" value={search} />
      {theirs?.length === 0 && <p class="muted">{text.nothingHere(room.name)}</p>}
      <ul class="rows">
        {theirs?.map((event) => (
          <li key={event.hash} class="row-apart">
            <Words>{wordsIn(event.payload).join(" ").slice(0, 300)}</Words>
            <Button
              kind="plain"
              label={text.chosenLabel(wordsIn(event.payload).join(" ").slice(0, 60))}
              onClick={() => (chosen.value = event)}
            >
              {text.chosen}
            </Button>
          </li>
        ))}
      </ul>
      {theirs?.length === most.value && (
        <div class="buttons-plain">
          <Button kind="plain" onClick={() => (most.value += 20)}>
            {text.earlier}
          </Button>
        </div>
      )}
    </div>
  );
}

interface AskProps {
  readonly room: RoomInHand;
  readonly item: Opened;
  readonly onEnd: () => void;
  readonly onOther: () => void;
}

function Ask({ room, item, onEnd, onOther }: AskProps) {
  const [toKey, whyKey] = [`release:${item.hash}:to`, `release:${item.hash}:why`];
  const [whom, why] = [draft(toKey), draft(whyKey)];
  const isWhole = useIsWhole(room.roomId, item.hash);
  async function handleAsk() {
    const to = whom.value.trim();
    const asked = { item: referTo(item), ...(to === "" ? {} : { to }), why: why.value.trim() };
    if (!(await room.write(eventOf(ReleaseAsked, asked)))) return;
    dropDraft(toKey);
    dropDraft(whyKey);
    toast(text.requestSent);
    onEnd();
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void handleAsk();
      }}
    >
      {wordsIn(item.payload).map((each) => (
        <Words key={each}>{each}</Words>
      ))}
      {isWhole === false && <p>{text.tooLong(room.name)}</p>}
      <TextField label={text.whom} hint={text.whomHint} value={whom} optional />
      <TextArea label={text.why} value={why} rows={2} words most={longestWhy} optional />
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.request}
        </Button>
        <Button kind="plain" onClick={onOther}>
          {text.other}
        </Button>
      </div>
    </form>
  );
}
