import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { vault } from "../../../../vault/browser/client.ts";
import type { KeyNews } from "../../../../vault/secrets.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { askedText as text, newsText } from "./text.ts";

/** Props of `KeyNewsCards`. */
export interface KeyNewsCardsProps {
  readonly news: ReadonlyArray<KeyNews>;
}

/** What happened to one's keys elsewhere, each with a question, until it is answered here. */
export function KeyNewsCards({ news }: KeyNewsCardsProps) {
  const seen = useSignal<ReadonlyArray<string>>([]);
  const { route } = useLocation();
  async function answer(id: string, wasMe: boolean) {
    seen.value = [...seen.value, id];
    await vault.seeKeyNews([id]);
    if (!wasMe) route("/keys?not-me");
  }
  return (
    <>
      {news
        .filter(({ id }) => !seen.value.includes(id))
        .map((one) => (
          <Notice
            key={one.id}
            title={words(one)}
            actions={
              <>
                <Button kind="quiet" onClick={() => void answer(one.id, true)}>
                  {text.yes}
                </Button>
                <Button kind="plain" onClick={() => void answer(one.id, false)}>
                  {text.no}
                </Button>
              </>
            }
          >
            {one.by === undefined ? text.wasIt : `${text.by(one.by)} ${text.wasIt}`}
          </Notice>
        ))}
    </>
  );
}

function words({ what, at, name }: KeyNews): string {
  const on = at === undefined ? "" : text.on(formatDay(dayOf(at)));
  return newsText[what](on, name === undefined ? "" : text.name(name));
}
