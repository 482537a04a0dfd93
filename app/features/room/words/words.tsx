import { signal, type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { compareText } from "../../../vault/text.ts";
import type { MatchingWords } from "../../../vault/vault.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { QrCode } from "../../../web/ui/qr-code.tsx";
import { TextArea, TextField } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { canScan, Scan } from "./scan.tsx";
import { wordsText as text } from "./text.ts";
import "./words.css";

/** The twelve words, and comparing them: read out, or one device's code before the other's. */
export function Words({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title} isStateBelow>
      {(room) => <Compare room={room} />}
    </RoomPage>
  );
}

function Compare({ room }: { readonly room: RoomInHand }) {
  const words = useSignal<MatchingWords | undefined>(undefined);
  const fault = useSignal<string | undefined>(undefined);
  useEffect(() => {
    void vault.matchingWords(room.roomId).then((answer) => {
      if (typeof answer === "string")
        fault.value = answer === "other-has-no-keys" ? text.waiting(room.name) : compareText[answer];
      else words.value = answer;
      return answer;
    });
  }, [room.roomId, room.name, words, fault]);
  // The state of the room stands below: not first here, to be pushed out of sight.
  if (!words.value)
    return fault.value === undefined ? <div class="words-come" aria-busy="true" /> : <Notice>{fault.value}</Notice>;
  return (
    <div class="with-aside">
      <div class="stack stack-large">
        {room.view.isChecked && <Notice kind="kept">{`${text.checked(room.name)} ${text.again}`}</Notice>}
        <div class="stack stack-small measure">
          {!room.view.isChecked && <p>{text.lead(room.name)}</p>}
          <p class="muted">{text.how}</p>
        </div>
        <ReadOut room={room} words={words.value} />
      </div>
      <aside class="aside">
        <SideBySide room={room} code={words.value.code} />
      </aside>
    </div>
  );
}

/** Six words each: one reads, the other types what they hear. */
function ReadOut({ room, words }: { readonly room: RoomInHand; readonly words: MatchingWords }) {
  const heard = useSignal<ReadonlyArray<Signal<string>>>(Array.from({ length: 6 }, () => signal("")));
  const fault = useSignal<string | undefined>(undefined);
  const same = useSignal(false);
  const mine = words.isMineFirst ? words.words.slice(0, 6) : words.words.slice(6);

  async function handleCompare() {
    // All six may have been pasted into one place.
    const theirs = heard.value.flatMap((word) => word.value.trim().toLowerCase().split(/\s+/)).filter(Boolean);
    const all = words.isMineFirst ? [...mine, ...theirs] : [...theirs, ...mine];
    const refused = await vault.confirmWords(room.roomId, all);
    fault.value = refused && compareText[refused];
    same.value = refused === undefined;
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleCompare();
      }}
    >
      <MyWords words={mine} />
      <div class="words-heard">
        <h2>{text.theirs(room.name)}</h2>
        <p class="muted">{text.theirsHint}</p>
      </div>
      <div class="columns words-theirs">
        {heard.value.map((value, at) => (
          // Six places that never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <TextField key={at} label={text.word(at + 1)} value={value} spellcheck={false} short />
        ))}
      </div>
      <Outcome fault={fault.value} isSame={same.value} />
      <div>
        <Button type="submit">{text.compare}</Button>
      </div>
    </form>
  );
}

/** What a comparison came to, where it was asked for. */
function Outcome({ fault, isSame }: { readonly fault: string | undefined; readonly isSame: boolean }) {
  if (fault === undefined && !isSame) return null;
  return (
    <Notice kind={isSame ? "kept" : "care"} announce>
      {fault ?? text.same}
    </Notice>
  );
}

function MyWords({ words }: { readonly words: ReadonlyArray<string> }) {
  return (
    <Card tag={text.mine}>
      <ol class="words-mine">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
    </Card>
  );
}

function SideBySide({ room, code }: { readonly room: RoomInHand; readonly code: string }) {
  const other = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  const said = useSignal("");
  async function compare(seen: string) {
    const refused = await vault.confirmScan(room.roomId, seen.trim());
    fault.value = refused && compareText[refused];
    said.value = refused ? "" : text.same;
  }
  return (
    <section class="stack">
      <h2 class="aside-head">{text.side}</h2>
      <p class="muted">{canScan() ? text.sideScan(room.name) : text.sideLead}</p>
      <QrCode text={code} label={text.qr} />
      {canScan() && <Scan onSeen={(seen) => void compare(seen)} />}
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <output>{said.value}</output>
      <Disclosure summary={text.typed}>
        <div class="stack">
          <Button kind="quiet" onClick={() => void navigator.clipboard.writeText(code)}>
            {text.copy}
          </Button>
          <TextArea label={text.pasteLabel} value={other} rows={2} />
          <Button kind="quiet" onClick={() => void compare(other.value)}>
            {text.paste}
          </Button>
        </div>
      </Disclosure>
    </section>
  );
}
