import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../web/client/answer.ts";
import { isToken, useLinkToken } from "../../../web/client/link-token.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Mark } from "../../../web/ui/mark.tsx";
import { NoUse } from "../../../web/ui/no-use.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { refreshMe } from "../sign-in/api.ts";
import { acceptManagerInvitation, readManagerInvitation } from "./api.ts";
import { text } from "./text.ts";

/** What an invitation to manage is for. Opening it changes nothing, since mail scanners open links; the button accepts. */
export function AcceptManaging() {
  const token = useLinkToken().value;
  return isToken(token) ? <Offer key={token} token={token} /> : <Broken said={text.broken} />;
}

function Broken({ said }: { readonly said: string }) {
  return <NoUse title={text.brokenTitle} said={said} onward={text.signIn} />;
}

function Offer({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const isOver = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const { state } = useLoad(token, async (abort) => {
    const answer = await readManagerInvitation(token, abort);
    isOver.value = answer.kind === "refused";
    return answer;
  });

  async function handleAccept() {
    busy.value = true;
    const answer = await acceptManagerInvitation(token);
    if (answer.kind === "done") {
      await refreshMe();
      route(`/programmes/${answer.value.programmeId}`, true);
      return;
    }
    busy.value = false;
    if (answer.kind === "refused") isOver.value = true;
    else fault.value = hindranceText[answer.kind];
  }

  const loaded = state.value;
  if (isOver.value) return <Broken said={text.noLongerValid} />;
  if (loaded.kind === "failed") return <Broken said={loaded.text} />;
  if (loaded.kind !== "ready") return <main id="main" class="page" aria-busy="true" />;
  const { programmeName, organisationName, name } = loaded.value;
  return (
    <Page title={programmeName} lead={text.acceptLead(organisationName)} width="form" mark={<Mark />}>
      <div class="stack stack-large">
        <Greeting name={name} />
        {fault.value !== undefined && (
          <Notice kind="care" announce>
            {fault.value}
          </Notice>
        )}
        <div class="buttons">
          <Button busy={busy.value} wide="phone" onClick={() => void handleAccept()}>
            {text.accept}
          </Button>
        </div>
        <p class="muted small">{text.notYou(name)}</p>
      </div>
    </Page>
  );
}

function Greeting({ name }: { readonly name: string }) {
  return (
    <>
      <p class="strong" dir="auto">
        {text.hello(name)}
      </p>
      <p>{text.acceptWords}</p>
    </>
  );
}
