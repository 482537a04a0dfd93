import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatCount } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { askContacts, readContacts } from "./api.ts";
import type { ManagedContact } from "./schema.ts";
import { managedText as text, stateText } from "./text.ts";

/** The contacts of a programme, for its managers: who is ready, the fingerprint of each key, and asking by mail. */
export function Contacts({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readContacts(programmeId, abort));
  return (
    <Page
      title={text.title}
      lead={text.lead}
      width="text"
      back={{ href: `/programmes/${programmeId}/settings`, text: text.settings }}
    >
      <Loaded of={load}>
        {({ contacts, withoutContact }) => (
          <div class="stack stack-sections">
            {withoutContact > 0 && (
              <Notice
                kind="care"
                title={formatCount(withoutContact, text.without)}
                actions={<Link href={`/programmes/${programmeId}/settings`}>{text.settings}</Link>}
              >
                {text.withoutLine}
              </Notice>
            )}
            {contacts.map((contact) => (
              <Contact key={contact.email} contact={contact} />
            ))}
            <Ask programmeId={programmeId} contacts={contacts} onAsked={load.again} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Contact({ contact: { name, email, state, fingerprint } }: { readonly contact: ManagedContact }) {
  return (
    <Card title={name}>
      <div class="stack">
        <p class="muted">
          {email}, {stateText[state]}
        </p>
        {state === "left" && <Notice kind="care">{text.left(name)}</Notice>}
        {state === "ready" && (
          <>
            <CopyText label={text.fingerprint} text={fingerprint} />
            <p class="small muted">{text.fingerprintLine}</p>
          </>
        )}
      </div>
    </Card>
  );
}

interface AskProps {
  readonly programmeId: string;
  readonly contacts: ReadonlyArray<ManagedContact>;
  readonly onAsked: () => void;
}

function Ask({ programmeId, contacts, onAsked }: AskProps) {
  const busy = useSignal(false);
  const requestId = useSignal(newId());
  if (!contacts.some(({ state }) => state === "named" || state === "asked")) return null;

  async function handlePress() {
    busy.value = true;
    const answer = await askContacts(programmeId, requestId.value);
    busy.value = false;
    if (answer.kind !== "done" && answer.kind !== "refused") return toast(hindranceText[answer.kind]);
    requestId.value = newId();
    toast(text.asked);
    onAsked();
  }

  return (
    <div class="buttons">
      <Button busy={busy.value} onClick={() => void handlePress()}>
        {contacts.some(({ state }) => state === "named") ? text.ask : text.askAgain}
      </Button>
    </div>
  );
}
