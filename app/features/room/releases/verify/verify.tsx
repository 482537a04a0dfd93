import { useSignal } from "@preact/signals";
import { openReleaseFile } from "../../../../vault/browser/files-client.ts";
import { longestRelease } from "../../../../vault/files/limits.ts";
import type { ReleaseShown } from "../../../../vault/files/releasing.ts";
import { identityAs, refusedText, releaseText } from "../../../../vault/files/text.ts";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { FileField } from "../../../../web/ui/file-field.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { verifyText as text } from "./text.ts";

/** The public page that opens a release: no sign-in, no network, nothing sent. */
export function Verify() {
  const file = useSignal<File | undefined>(undefined);
  const passphrase = useSignal("");
  const identity = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  const shown = useSignal<ReleaseShown | undefined>(undefined);
  const busy = useSignal(false);

  async function handleOpen() {
    shown.value = undefined;
    fault.value = file.value === undefined ? text.noFile : undefined;
    if (file.value === undefined) return;
    busy.value = true;
    const bytes = file.value.size > longestRelease ? new Uint8Array() : new Uint8Array(await file.value.arrayBuffer());
    const answer = await openReleaseFile(bytes, passphrase.value, identityAs(identity.value));
    busy.value = false;
    if (typeof answer === "string") fault.value = refusedText(answer);
    else shown.value = answer;
  }

  return (
    <Page title={text.title} lead={text.lead} width="text">
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void handleOpen();
        }}
      >
        <FileField label={text.file} accept=".oakroom" onFile={(chosen) => (file.value = chosen)} />
        <TextField label={text.passphrase} value={passphrase} autocomplete="off" spellcheck={false} />
        <TextField label={text.identity} hint={text.identityHint} value={identity} spellcheck={false} optional />
        <div class="buttons">
          <Button type="submit" busy={busy.value}>
            {text.open}
          </Button>
        </div>
      </form>
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      {shown.value && <Shown shown={shown.value} />}
    </Page>
  );
}

function Shown({ shown }: { readonly shown: ReleaseShown }) {
  const isKnown = shown.result === "authentic";
  return (
    <div class="stack">
      <Notice kind={isKnown ? "kept" : "info"} title={isKnown ? releaseText.authentic : releaseText.unknown} announce>
        {isKnown ? releaseText.authenticLine : releaseText.unknownLine}
      </Notice>
      {shown.words.map((each) => (
        <Words key={each}>{each}</Words>
      ))}
      <p class="muted small">
        {releaseText.said(formatDate(dayOf(shown.at)))} {releaseText.yes[shown.how]} {releaseText.to(shown.to)}
      </p>
      <p class="muted small">
        {releaseText.signedBy} <code>{shown.identity}</code>
      </p>
    </div>
  );
}
