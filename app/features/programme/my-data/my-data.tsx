import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { newId } from "../../../web/client/new-id.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { saveFile } from "../../../web/client/save-file.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { relationships } from "../relationships/api.ts";
import { me, signOut } from "../sign-in/api.ts";
import { eraseAccount, gatherMyData, listLooks } from "./api.ts";
import { eraseRefusalText, text } from "./text.ts";

/** One's own data: taking it along, who opened one's page, and erasing the account. */
export function MyData({ renderKeys }: MyDataProps) {
  return (
    <Page title={text.title} width="form" back={{ href: "/settings", text: text.back }}>
      <div class="stack stack-sections">
        <Take />
        <Looks />
        <Erase renderKeys={renderKeys} />
      </div>
    </Page>
  );
}

function Take() {
  const busy = useSignal(false);
  const said = useSignal("");
  const isFailed = useSignal(false);

  async function handlePress() {
    busy.value = true;
    const file = await gatherMyData(new Date(), await ownNames());
    isFailed.value = file === undefined;
    if (file !== undefined) saveFile(file, text.fileName, "application/json");
    said.value = file === undefined ? text.failed : text.taken;
    busy.value = false;
  }

  const rooms = relationships.value ?? [];
  return (
    <section class="stack">
      <h2>{text.take}</h2>
      <p>{text.takeLine}</p>
      <div class="cluster">
        <Button kind="quiet" busy={busy.value} onClick={() => void handlePress()}>
          {text.takeButton}
        </Button>
        <output class={isFailed.value ? "" : "muted small"}>{said.value}</output>
      </div>
      {rooms.length > 0 && <p>{text.rooms}</p>}
      {rooms.map(({ roomId, partner }) => (
        <p key={roomId}>
          <Link href={`/rooms/${roomId}/more/keepsake`}>{text.room(partner.name)}</Link>
        </p>
      ))}
    </section>
  );
}

/** What somebody called their devices and passkeys: sealed, so it is told where their keys are open on this device. */
async function ownNames(): Promise<Readonly<Record<string, string>>> {
  const person = me.value;
  if (!person?.hasKeys) return {};
  const { startVault, vault } = await import("../../../vault/browser/client.ts");
  startVault(person.accountId);
  return vault.keyNames();
}

function Looks() {
  const load = useLoad("looks", listLooks);
  return (
    <section class="stack">
      <h2>{text.looks}</h2>
      <p class="muted">{text.looksLine}</p>
      <Loaded of={load}>
        {({ looks }) =>
          looks.length === 0 ? (
            <p>{text.noLooks}</p>
          ) : (
            <ul class="rows">
              {looks.map(({ by, on, programmeName }) => (
                <li key={`${on}${by}${programmeName}`}>{text.look(by, formatDate(on), programmeName)}</li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** Erases with what the person's keys have signed, null where they have none; a sentence where that did not go. */
export type Erases = (id: string, change: Uint8Array | null) => Promise<string | undefined>;

/** Props of `MyData`. */
export interface MyDataProps {
  /** Asks whoever has keys for what opens them, and erases with it. */
  readonly renderKeys: (act: string, erase: Erases) => ComponentChildren;
}

async function erase(id: string, change: Uint8Array | null): Promise<string | undefined> {
  const account = me.value?.accountId;
  const answer = await eraseAccount(id, change);
  if (answer.kind === "refused") return eraseRefusalText[answer.refused];
  if (answer.kind !== "done") return hindranceText[answer.kind];
  await forgetHere(account);
  // A page of its own, loaded anew: nothing of the person stays in this one.
  location.replace("/erased");
  return undefined;
}

function Erase({ renderKeys }: MyDataProps) {
  const asks = useSignal(false);
  return (
    <section class="stack">
      <Consequences />
      <div>
        <Button kind="quiet" onClick={() => (asks.value = true)}>
          {text.eraseButton}
        </Button>
      </div>
      <Dialog
        open={asks}
        title={text.sureTitle}
        actions={
          <Button kind="plain" onClick={() => (asks.value = false)}>
            {text.cancel}
          </Button>
        }
      >
        <div class="stack">
          <p>{text.sureLine}</p>
          <Touched />
          {me.value?.hasKeys ? (
            <>
              <p>{text.sureKeys}</p>
              {renderKeys(text.sure, erase)}
            </>
          ) : (
            <WithoutKeys />
          )}
        </div>
      </Dialog>
    </section>
  );
}

const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Whom it touches: the living pairs. */
function Touched() {
  const living = (relationships.value ?? []).filter(({ state }) => state !== "ended");
  if (living.length === 0) return null;
  return <p class="strong">{text.touches(names.format(living.map(({ partner }) => partner.name)))}</p>;
}

function WithoutKeys() {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSure() {
    busy.value = true;
    fault.value = await erase(newId(), null);
    busy.value = false;
  }
  return (
    <>
      <p>{text.sureFresh}</p>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <div class="buttons">
        <Button kind="quiet" busy={busy.value} onClick={() => void handleSure()}>
          {text.sure}
        </Button>
        {fault.value === eraseRefusalText["not-fresh"] && (
          <Button kind="plain" onClick={() => void signOut()}>
            {text.signOut}
          </Button>
        )}
      </div>
    </>
  );
}

function Consequences() {
  return (
    <>
      <h2>{text.erase}</h2>
      <p>{text.eraseLine}</p>
      <p>{text.stays}</p>
      <p class="muted">{text.devices}</p>
    </>
  );
}

/** Takes what lies on this device along with the account: nobody comes back for it. */
async function forgetHere(account: string | undefined): Promise<void> {
  if (account === undefined) return;
  const { stopVault } = await import("../../../vault/browser/client.ts");
  stopVault();
  indexedDB.deleteDatabase(`oakroom-vault-${account}`);
}
