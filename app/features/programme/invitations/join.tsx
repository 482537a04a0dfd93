import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { hindranceText } from "../../../web/client/answer.ts";
import { isToken, useLinkToken } from "../../../web/client/link-token.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Mark } from "../../../web/ui/mark.tsx";
import { NoUse } from "../../../web/ui/no-use.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { me, refreshMe } from "../sign-in/api.ts";
import { acceptInvitation, readInvitation } from "./api.ts";
import { refusalText, text, type InvitationRefusal } from "./text.ts";

/** What an invitation is for. Opening it changes nothing, since mail scanners open links; the button joins. */
export function Join() {
  const token = useLinkToken().value;
  return isToken(token) ? <Invited key={token} token={token} /> : <Broken said={text.broken} />;
}

function Broken({ said }: { readonly said: string }) {
  return <NoUse title={text.brokenTitle} said={said} onward={me.value ? text.home : text.signIn} />;
}

/** Whoever is signed in here need not do it again. */
function saidOf(refused: InvitationRefusal): string {
  return refused === "used" && me.value ? text.usedHere(me.value.name) : refusalText[refused];
}

function Invited({ token }: { readonly token: string }) {
  const refused = useSignal<InvitationRefusal | undefined>(undefined);
  const { state } = useLoad(token, async (abort) => {
    const answer = await readInvitation(token, abort);
    if (answer.kind === "refused") refused.value = answer.refused;
    return answer;
  });
  const loaded = state.value;
  if (refused.value !== undefined) return <Broken said={saidOf(refused.value)} />;
  if (loaded.kind === "failed") return <Broken said={loaded.text} />;
  if (loaded.kind !== "ready") return <main id="main" class="page" aria-busy="true" />;
  const { programmeName, organisationName, name, roles } = loaded.value;
  return (
    <Page title={programmeName} lead={text.lead(organisationName, roles)} width="form" mark={<Mark />}>
      <div class="stack stack-large">
        <p class="strong" dir="auto">
          {text.hello(name)}
        </p>
        <Accept token={token} />
        <Card soft title={text.next}>
          <div class="stack">
            <ol class="stack stack-small">
              {text.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p class="muted">{text.minutes}</p>
          </div>
        </Card>
        <p class="muted small">{text.notYou(name)}</p>
      </div>
    </Page>
  );
}

function Accept({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleJoin() {
    busy.value = true;
    const answer = await acceptInvitation(token);
    if (answer.kind === "done") {
      await refreshMe();
      route(`/enrol/${answer.value.programmeId}`, true);
      return;
    }
    busy.value = false;
    fault.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
  }

  return (
    <>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <div class="buttons">
        <Button busy={busy.value} wide="phone" onClick={() => void handleJoin()}>
          {text.join}
        </Button>
      </div>
    </>
  );
}
