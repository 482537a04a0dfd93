import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { AccountId, LogId } from "../../../values/id.ts";
import { wordsIn } from "../../../values/worded.ts";
import { formatMoment } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { CheckboxGroup } from "../../../web/ui/choice.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Opened } from "../state/rules.ts";
import { mostItems } from "./rules.ts";
import { showText as text } from "./text.ts";

/** Something that somebody wrote, also where it was taken back later: it was read, and can be proven. */
function isWords({ hash, payload }: Opened): boolean {
  return hash !== "" && wordsIn(payload).length > 0;
}

async function eventsOf(roomId: LogId, sought: string): Promise<ReadonlyArray<Opened>> {
  if (sought !== "") return (await vault.search(sought, roomId)).map(({ event }) => event);
  const page = await vault.timeline(roomId, { limit: 200 });
  if (page === "no-such-room") return [];
  return page.entries
    .flatMap((entry) => (entry.is === "event" || entry.is === "taken-back" ? [entry.event] : []))
    .toReversed();
}

function useWritten({ roomId, view }: RoomInHand, sought: string): ReadonlyArray<Opened> | undefined {
  const found = useSignal<ReadonlyArray<Opened> | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const read = async () => {
      const events = await eventsOf(roomId, sought);
      if (!over) found.value = events.filter(isWords);
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, view.revision, sought, found]);
  return found.value;
}

/** Who wrote something, for the one who shows it. */
export function authorName({ me, name }: RoomInHand, author: AccountId): string {
  return author === me ? text.you : name;
}

/** Props of `PickItems`. */
export interface PickItemsProps {
  readonly room: RoomInHand;
  /** Hashes of what is chosen. */
  readonly chosen: Signal<ReadonlyArray<string>>;
  /** What stands below, and would be pushed down by what comes above it. */
  readonly children: ComponentChildren;
}

/** What either of the two wrote, the newest first, to be chosen one by one. */
export function PickItems({ room, chosen, children }: PickItemsProps) {
  const search = useSignal("");
  const most = useSignal(8);
  const written = useWritten(room, search.value.trim());
  const shown = written?.slice(0, most.value);
  // What is chosen stays chosen while somebody looks for more.
  const visible = useSignal<ReadonlyArray<string>>([]);
  visible.value = chosen.value.filter((hash) => shown?.some((event) => event.hash === hash));

  function handleChange(next: ReadonlyArray<string>) {
    const unseen = chosen.value.filter((hash) => !shown?.some((event) => event.hash === hash));
    chosen.value = [...unseen, ...next].slice(0, mostItems);
  }

  return (
    <div class="stack stack-large">
      <TextField label={text.find} type="search" value={search} />
      {shown?.length === 0 && <p class="muted">{search.value.trim() === "" ? text.nothingWritten : text.nothing}</p>}
      {shown !== undefined && shown.length > 0 && (
        <CheckboxGroup
          label={text.what}
          hint={text.atMost(mostItems)}
          value={visible}
          options={shown.map((event) => ({
            value: event.hash,
            text: wordsIn(event.payload).join(" ").slice(0, 300),
            hint: `${authorName(room, event.author)}, ${formatMoment(event.at)}`,
          }))}
          onChange={handleChange}
        />
      )}
      {written !== undefined && written.length > most.value && (
        <div class="buttons-plain">
          <Button kind="plain" onClick={() => (most.value += 20)}>
            {text.earlier}
          </Button>
        </div>
      )}
      {written !== undefined && children}
    </div>
  );
}
