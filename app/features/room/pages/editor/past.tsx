import { useSignal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import type { ItemId, LogId } from "../../../../values/id.ts";
import { formatMoment } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { docNodeOf } from "../binding/rules.ts";
import { linesOf, pageText } from "../content/rules.ts";
import { type Moment, momentsOf } from "../joint/rules.ts";
import type { JointPage, PageChanged } from "../rules.ts";
import { pagesText as text } from "../text.ts";
import { replay } from "../updates/rules.ts";
import type { PageInHand } from "./open-page.tsx";
import { ReadLines } from "./read-lines.tsx";
import type { Writing } from "./writing.tsx";

/** Props of `Past`. */
export interface PastProps {
  readonly room: RoomInHand;
  readonly page: JointPage;
  readonly title: string;
  readonly hand: PageInHand;
  /** Where something from before can be brought back; nothing while the page is only read. */
  readonly writing: Writing | undefined;
}

/** Every update of a page in the order of the room, as of now. */
function updatesOf(room: LogId, page: ItemId): Promise<ReadonlyArray<PageChanged>> {
  return new Promise((resolve) => {
    const watched = vault.watchPage(room, page, (pieces) => {
      resolve(pieces.flatMap((piece) => (piece.type === "pages.changed" ? [piece] : [])));
      void watched.then((end) => typeof end === "function" && end());
    });
  });
}

/** What a page was before, and taking it along. */
export function Past({ room, page, title, hand, writing }: PastProps) {
  const updates = useSignal<ReadonlyArray<PageChanged>>([]);

  async function handleOpen(isOpen: boolean) {
    if (isOpen) updates.value = await updatesOf(room.roomId, page.id);
  }

  function handleSave() {
    const words = `${title}\n\n${pageText(linesOf(hand.open.doc))}\n`;
    const address = URL.createObjectURL(new Blob([words], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${title.replaceAll(/[^\p{L}\p{N} -]/gu, "").trim() || "page"}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  }

  return (
    <div class="stack no-print">
      <div class="buttons">
        <Button kind="plain" onClick={() => print()}>
          {text.print}
        </Button>
        <Button kind="plain" onClick={handleSave}>
          {text.asText}
        </Button>
      </div>
      <Disclosure summary={text.history} onToggle={(isOpen) => void handleOpen(isOpen)}>
        <div class="stack">
          <p class="muted">{text.historyLine}</p>
          {momentsOf(updates.value).map((moment, at) => (
            <Before
              key={moment.updates}
              room={room}
              moment={moment}
              isNow={at === 0}
              updates={updates.value}
              writing={writing}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

interface BeforeProps {
  readonly room: RoomInHand;
  readonly moment: Moment;
  readonly isNow: boolean;
  readonly updates: ReadonlyArray<PageChanged>;
  readonly writing: Writing | undefined;
}

function Before({ room, moment, isNow, updates, writing }: BeforeProps) {
  const isOpen = useSignal(false);
  const who = moment.author === room.me ? text.you.toLowerCase() : room.name;
  const lines = isOpen.value ? linesOf(replay(updates.slice(0, moment.updates), [room.me, room.other].toSorted())) : [];

  function handleRestore() {
    if (!writing) return;
    const { state } = writing.view;
    writing.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, docNodeOf(lines).content));
    toast(text.restored, { undo: () => writing.undo() });
  }

  return (
    <Disclosure summary={text.asOn(formatMoment(moment.at), who)} onToggle={(next) => (isOpen.value = next)}>
      {isOpen.value && (
        <div class="stack">
          <ReadLines lines={lines} />
          {isNow ? (
            <p class="muted">{text.asNow}</p>
          ) : (
            writing && (
              <div>
                <Button kind="quiet" onClick={handleRestore}>
                  {text.restore}
                </Button>
              </div>
            )
          )}
        </div>
      )}
    </Disclosure>
  );
}
