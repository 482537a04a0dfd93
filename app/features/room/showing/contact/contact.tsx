import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Card, Tag } from "../../../../web/ui/card.tsx";
import { CopyText } from "../../../../web/ui/copy-text.tsx";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { changeContact } from "../../../programme/contacts/api.ts";
import { ownText as text, refusalText } from "../../../programme/contacts/text.ts";
import { listDisclosures } from "../../../programme/disclosures/api.ts";
import type { ReceivedDisclosure } from "../../../programme/disclosures/schema.ts";
import { me, refreshMe } from "../../../programme/sign-in/api.ts";
import type { Me } from "../../../programme/sign-in/schema.ts";
import { useVault } from "../../frame/hand.tsx";
import { useNews } from "../reading.tsx";

type Place = NonNullable<Me["contactIn"]>[number];

/** Being a contact for concerns: where, whether ready, what was shown, and the words of one's key for the phone. */
export function ContactHome() {
  const places = me.value?.contactIn ?? [];
  const hasKeys = me.value?.hasKeys ?? false;
  return (
    <Page title={text.title} lead={places.length > 0 ? text.lead : text.none} width="form">
      {places.length > 0 && (
        <div class="stack stack-sections">
          {places.map((place) => (
            <Standing key={place.programmeId} place={place} hasKeys={hasKeys} />
          ))}
          {!hasKeys && places.some(({ state }) => state !== "left") && (
            <section class="stack">
              <p>{text.keysFirst}</p>
              <div class="buttons">
                <ButtonLink href="/keys">{text.makeKeys}</ButtonLink>
              </div>
            </section>
          )}
          {hasKeys && <Inbox />}
          {hasKeys && <Fingerprint />}
        </div>
      )}
    </Page>
  );
}

function Standing({ place, hasKeys }: { readonly place: Place; readonly hasKeys: boolean }) {
  const { programmeId, programmeName, state } = place;
  const isReady = state === "ready";
  const busy = useSignal(false);

  async function handle(act: "be-ready" | "step-down") {
    busy.value = true;
    const answer = await changeContact(programmeId, act);
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    await refreshMe();
    busy.value = false;
  }

  return (
    <Card soft={!isReady}>
      <div class="stack">
        <h2 dir="auto">{programmeName}</h2>
        <p>{isReady ? text.isReady : state === "left" ? text.hasLeft : text.asksYou}</p>
        {!isReady && hasKeys && (
          <>
            <p>{text.promise}</p>
            <div class="buttons">
              <Button busy={busy.value} onClick={() => void handle("be-ready")}>
                {state === "left" ? text.beAgain : text.be}
              </Button>
            </div>
          </>
        )}
        {state !== "left" && (
          <Disclosure summary={isReady ? text.stepDown : text.ratherNot}>
            <div class="stack">
              <p>{isReady ? text.stepDownLine : text.ratherNotLine}</p>
              <div>
                <Button kind="quiet" busy={busy.value} onClick={() => void handle("step-down")}>
                  {isReady ? text.stepDownSure : text.ratherNotSure}
                </Button>
              </div>
            </div>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Inbox() {
  const load = useLoad("disclosures", listDisclosures);
  useNews(load.again);
  return (
    <section class="stack">
      <h2>{text.inbox}</h2>
      <Loaded of={load}>{({ received }) => <Received list={received} />}</Loaded>
    </section>
  );
}

function Received({ list }: { readonly list: ReadonlyArray<ReceivedDisclosure> }) {
  if (list.length === 0) return <p class="muted">{text.nothing}</p>;
  return (
    <ul class="rows">
      {list.map(({ disclosureId, senderName, sentAt, takenUpAt }) => (
        <li key={disclosureId} class="row-apart">
          <Link href={`/contact/${disclosureId}`}>{text.open(senderName)}</Link>
          <span class="muted small">
            {formatDay(dayOf(sentAt))} <Tag>{takenUpAt === null ? text.isNew : text.taken}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The words of one's own key, worked out here and not told by a server. */
function Fingerprint() {
  const status = useVault().value;
  const words = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (status.is === "unlocked") void vault.fingerprint().then((found) => (words.value = found));
  }, [status.is, words]);
  if (words.value === undefined) return null;
  return (
    <section class="stack">
      <p>{text.fingerprintLine}</p>
      <CopyText label={text.fingerprint} text={words.value} />
    </section>
  );
}
