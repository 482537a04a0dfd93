import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../../web/client/answer.ts";
import { isToken, useLinkToken } from "../../../../web/client/link-token.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Mark } from "../../../../web/ui/mark.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { refreshMe } from "../../sign-in/api.ts";
import { undoAddress } from "../api.ts";
import { backText as text } from "./text.ts";

/** Takes an address back by the link of a mail. Opening it changes nothing, since mail scanners open links; the button does. */
export function AddressBack() {
  const token = useLinkToken().value;
  return <Back key={token} token={token} />;
}

function Back({ token }: { readonly token: string }) {
  const busy = useSignal(false);
  const isDone = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handlePress() {
    busy.value = true;
    const answer = isToken(token) ? await undoAddress(token) : ({ kind: "refused" } as const);
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
