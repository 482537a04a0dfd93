import { useSignal } from "@preact/signals";
import { me, signOutEverywhere } from "../../features/programme/sign-in/api.ts";
import { hindranceText } from "../client/answer.ts";
import { keysOn } from "../client/keys.ts";
import { store } from "../client/stored.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { lockRooms } from "./lock-rooms.ts";
import { settingsText as text } from "./settings-text.ts";
import { chooseTheme, theme } from "./theme.ts";

/** Without anything to point with, as on most phones, there is no keyboard either. */
const mayHaveKeys = globalThis.matchMedia?.("(any-hover: hover)").matches ?? true;

const pages = [
  ["/mails", text.mails],
  ["/calendar", text.calendar],
  ["/changes", text.changes],
  ["/my-data", text.myData],
] as const;

/** What one can set for this browser, and ending every sign-in. */
export function Settings() {
  return (
    <Page title={text.title} width="form">
      <div class="stack stack-large">
        <RadioGroup
          label={text.theme}
          value={theme}
          options={[
            { value: "system", text: text.themes.system },
            { value: "light", text: text.themes.light },
            { value: "dark", text: text.themes.dark },
          ]}
          onChange={chooseTheme}
        />
        {mayHaveKeys && (
          <div>
            <h2>{text.keys}</h2>
            <Checkbox
              label={text.keysOn}
              hint={text.keysHint}
              value={keysOn}
              onChange={(on) => store("keys", on ? undefined : "off")}
            />
          </div>
        )}
        {pages.map(([href, name]) => (
          <p key={href}>
            <Link href={href}>{name}</Link>
          </p>
        ))}
        {me.value?.hasKeys && (
          <p>
            <Link href="/keys">{text.devices}</Link>
          </p>
        )}
        {me.value?.hasKeys && <Lock />}
        <Elsewhere />
      </div>
    </Page>
  );
}

/** Locks at once: for a device that others come to. */
function Lock() {
  async function handlePress() {
    await lockRooms(me.value?.accountId);
    toast(text.locked);
  }
  return (
    <section class="stack">
      <h2>{text.lock}</h2>
      <p>{text.lockHint}</p>
      <div>
        <Button kind="quiet" onClick={() => void handlePress()}>
          {text.lockButton}
        </Button>
      </div>
    </section>
  );
}

/** Ends every sign-in at once: for a lost device. */
function Elsewhere() {
  const asking = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSure() {
    asking.value = false;
    busy.value = true;
    await lockRooms(me.value?.accountId);
    const answer = await signOutEverywhere();
    busy.value = false;
    fault.value = answer.kind === "offline" || answer.kind === "busy" ? hindranceText[answer.kind] : undefined;
  }

  return (
    <section class="stack">
      <h2>{text.everywhere}</h2>
      <p>{text.everywhereHint}</p>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <div>
        <Button kind="quiet" busy={busy.value} onClick={() => (asking.value = true)}>
          {text.everywhereButton}
        </Button>
      </div>
      <Dialog
        open={asking}
        title={text.everywhereTitle}
        actions={
          <>
            <Button onClick={() => void handleSure()}>{text.everywhereSure}</Button>
            <Button kind="plain" onClick={() => (asking.value = false)}>
              {text.everywhereBack}
            </Button>
          </>
        }
      >
        <p>{text.everywhereWords}</p>
      </Dialog>
    </section>
  );
}
