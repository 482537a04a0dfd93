import { type Signal, useSignal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import { unlockText } from "../../../../vault/text.ts";
import type { Secret } from "../../../../vault/secrets.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { readAddresses, removeAddress } from "../../../programme/addresses/api.ts";
import type { Place } from "../../../programme/addresses/schema.ts";
import { refreshMe } from "../../../programme/sign-in/api.ts";
import { useVault } from "../../frame/hand.tsx";
import { AskSecret } from "../ask-secret.tsx";
import { Change, faultText } from "./change.tsx";
import { addressesText as text } from "./text.ts";

type Doing = Place | "remove";

/** One's own addresses: the one of the account, and a private one beside it. */
export function Addresses() {
  const load = useLoad("addresses", readAddresses);
  const doing = useSignal<Doing | undefined>(undefined);
  const said = useSignal<string | undefined>(undefined);
  useVault();
  function handleDone(words: string) {
    said.value = words;
    doing.value = undefined;
    void refreshMe();
    load.again();
  }
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <Loaded of={load}>
        {({ email, privateEmail, needsKeys }) => (
          <div class="stack stack-sections">
            {said.value !== undefined && (
              <Notice kind="kept" announce>
                {said.value}
              </Notice>
            )}
            <section class="stack">
              <h2>{text.work}</h2>
              <p dir="auto">{email}</p>
              <p class="muted">{text.workHint}</p>
              <Doings place="work" doing={doing} has needsKeys={needsKeys} onDone={handleDone} />
            </section>
            <section class="stack">
              <h2>{text.private}</h2>
              <p dir="auto">{privateEmail ?? text.none}</p>
              <p class="muted">{text.privateHint}</p>
              <Doings
                place="private"
                doing={doing}
                has={privateEmail !== null}
                needsKeys={needsKeys}
                onDone={handleDone}
              />
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface DoingsProps {
  readonly place: Place;
  readonly doing: Signal<Doing | undefined>;
  /** Whether there is an address in this place. */
  readonly has: boolean;
  readonly needsKeys: boolean;
  readonly onDone: (words: string) => void;
}

function Doings({ place, doing, has, needsKeys, onDone }: DoingsProps) {
  const cancel = () => (doing.value = undefined);
  if (doing.value === place)
    return <Change place={place} isAdded={!has} needsKeys={needsKeys} onDone={onDone} onCancel={cancel} />;
  if (doing.value === "remove" && place === "private")
    return <Remove needsKeys={needsKeys} onDone={onDone} onCancel={cancel} />;
  return (
    <div class="buttons">
      <Button kind="quiet" onClick={() => (doing.value = place)}>
        {has ? text.change : text.add}
      </Button>
      {has && place === "private" && (
        <Button kind="plain" onClick={() => (doing.value = "remove")}>
          {text.remove}
        </Button>
      )}
    </div>
  );
}

interface RemoveProps extends Pick<DoingsProps, "needsKeys" | "onDone"> {
  readonly onCancel: () => void;
}

function Remove({ needsKeys, onDone, onCancel }: RemoveProps) {
  const fault = useSignal<string | undefined>(undefined);
  async function remove(secret: Secret | undefined) {
    const id = newId();
    const change = secret && (await vault.signAddress(secret, { id, use: "no-private", address: "" }));
    if (typeof change === "string") return unlockText[change];
    const answer = await removeAddress(id, change);
    if (answer.kind !== "done") return faultText[answer.kind === "refused" ? answer.refused : answer.kind];
    onDone(text.removed);
    return undefined;
  }
  return (
    <div class="stack">
      <p>{text.removeLead}</p>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      {needsKeys ? (
        <AskSecret act={text.remove} onSecret={remove} />
      ) : (
        <div>
          <Button onClick={() => void remove(undefined).then((words) => (fault.value = words))}>{text.remove}</Button>
        </div>
      )}
      <div>
        <Button kind="plain" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
