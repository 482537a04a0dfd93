import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { hindranceText } from "../../../../web/client/answer.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Mark } from "../../../../web/ui/mark.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { refreshMe } from "../../sign-in/api.ts";
import { undoAddress } from "../api.ts";
import { backText as text } from "./text.ts";

/** Takes an address back by the link of a mail. Opening it changes nothing, since mail scanners open links; the button does. */
export function AddressBack() {
  const token = useSignal(location.hash.startsWith("#t=") ? location.hash.slice(3) : "");
  const busy = useSignal(false);
  const isDone = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  useEffect(() => {
    // The token is in memory now; neither the address bar nor the history need to show it.
    if (location.hash.startsWith("#t=")) history.replaceState(history.state, "", location.pathname);
  }, []);

  async function handlePress() {
    busy.value = true;
    const answer = /^[\w-]{43}$/.test(token.value) ? await undoAddress(token.value) : ({ kind: "refused" } as const);
    busy.value = false;
    if (answer.kind === "done") {
      isDone.value = true;
      void refreshMe();
    } else
      fault.value =
        answer.kind === "offline" || answer.kind === "busy" || answer.kind === "signed-out"
          ? hindranceText[answer.kind]
          : text.expired;
  }

  if (isDone.value)
    return (
      <Page title={text.done} width="form" mark={<Mark />}>
        <ButtonLink href="/">{text.signIn}</ButtonLink>
      </Page>
    );
  return (
    <Page title={text.title} lead={text.lead} width="form" mark={<Mark />}>
      <div class="stack">
        {fault.value !== undefined && (
          <Notice kind="care" announce>
            {fault.value}
          </Notice>
        )}
        <div>
          <Button busy={busy.value} wide="phone" onClick={() => void handlePress()}>
            {text.back}
          </Button>
        </div>
      </div>
    </Page>
  );
}
