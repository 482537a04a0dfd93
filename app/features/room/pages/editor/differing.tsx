import { useSignal } from "@preact/signals";
import { Button } from "../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { linesOf } from "../content/rules.ts";
import { documentOf } from "../joint/rules.ts";
import type { JointPage, PageKept } from "../rules.ts";
import { PageSettled } from "../schema.ts";
import { pagesText as text } from "../text.ts";
import { beginWith } from "./copy-page.tsx";
import { ReadLines } from "./read-lines.tsx";

/** Props of `Differing`. */
export interface DifferingProps {
  readonly room: RoomInHand;
  readonly page: JointPage;
  readonly title: string;
  readonly kept: PageKept;
}

/** Says that another device kept something else than what is here, shows it, and lets both versions stay (C28). */
export function Differing({ room, page, title, kept }: DifferingProps) {
  const busy = useSignal(false);
  const doc = documentOf(kept);
  const lines = doc ? linesOf(doc) : [];

  async function handleKeepBoth() {
    busy.value = true;
    const isKept = doc === undefined || (await beginWith(room, text.otherVersion(title), lines));
    if (isKept && (await room.write(eventOf(PageSettled, { page: page.id, kept: kept.id })))) toast(text.keptBoth);
    busy.value = false;
  }

  return (
    <Notice
      kind="care"
      title={kept.author === room.me ? text.differsMine : text.differs(room.name)}
      actions={
        <Button kind="quiet" busy={busy.value} onClick={() => void handleKeepBoth()}>
          {text.keepBoth}
        </Button>
      }
    >
      <p>{text.differsLine}</p>
      {doc && (
        <Disclosure summary={text.look}>
          <ReadLines lines={lines} />
        </Disclosure>
      )}
    </Notice>
  );
}
