import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../../vault/browser/client.ts";
import type { Device, DeviceSeen } from "../../../../vault/secrets.ts";
import { retireText } from "../../../../vault/account/retire-text.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { TextField } from "../../../../web/ui/text-field.tsx";
import { AskSecret } from "../ask-secret.tsx";
import { namesApart } from "./rules.ts";
import { devicesText as text, passkeysText } from "./text.ts";

/** Props of `Devices`. */
export interface DevicesProps {
  readonly devices: ReadonlyArray<Device>;
  readonly seen: Readonly<Record<string, DeviceSeen>>;
  /** What its owner calls each passkey. */
  readonly passkeyNames: ReadonlyArray<string>;
  readonly onChange: () => void;
}

/** One's devices: what they are called, when they were last here, and taking one out. */
export function Devices({ devices, seen, passkeyNames, onChange }: DevicesProps) {
  const said = useSignal<string | undefined>(undefined);
  const kept = devices.filter(({ isRetired }) => !isRetired);
  const names = namesApart(kept, text.unnamed);
  return (
    <section class="stack">
      <h2>{text.title}</h2>
      <p class="muted">{text.lead}</p>
      {said.value !== undefined && (
        <Notice kind="kept" announce>
          {said.value}
        </Notice>
      )}
      <ul class="rows">
        {kept.map((device) => (
          <li key={device.id}>
            <Row
              device={device}
              name={names.get(device.id) ?? text.unnamed}
              seen={seen[device.id]}
              hasPasskey={device.name !== undefined && passkeyNames.includes(passkeysText.madeOn(device.name))}
              said={said}
              onChange={onChange}
            />
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink href="/keys/add" kind="quiet">
          {text.add}
        </ButtonLink>
      </div>
    </section>
  );
}

interface RowProps {
  readonly device: Device;
  /** What the list calls it: its name, with a number where another has the same. */
  readonly name: string;
  readonly seen: DeviceSeen | undefined;
  /** A passkey was made on it. */
  readonly hasPasskey: boolean;
  readonly said: Signal<string | undefined>;
  readonly onChange: () => void;
}

type Doing = "rename" | "take-out";

function Row({ device, name, seen, hasPasskey, said, onChange }: RowProps) {
  const doing = useSignal<Doing | undefined>(undefined);
  const facts = [
    ...(device.isThisOne ? [text.thisOne] : []),
    text.added(formatDay(dayOf(device.addedAt), true)),
    ...(device.isThisOne ? [] : [seen ? text.seen(formatDay(seen.on)) : text.notSeen]),
  ];
  const isOut = useSignal(false);
  async function handleTakeOut() {
    // At once, before anything is asked: whoever lost it is in a hurry.
    isOut.value = (await vault.signOutDevice(device.id)) === undefined;
    doing.value = "take-out";
  }
  return (
    <div class="stack stack-small">
      <p>
        <span class="strong">{name}</span>
        <br />
        <span class="muted small">{facts.join(", ")}</span>
      </p>
      {doing.value === undefined && (
        <div class="buttons-plain">
          <Button kind="plain" label={`${text.rename}: ${name}`} onClick={() => (doing.value = "rename")}>
            {text.rename}
          </Button>
          {!device.isThisOne && (
            <Button kind="plain" label={`${text.takeOut}: ${name}`} onClick={() => void handleTakeOut()}>
              {text.takeOut}
            </Button>
          )}
        </div>
      )}
      {doing.value === "rename" && <Rename device={device} doing={doing} onChange={onChange} />}
      {doing.value === "take-out" && (
        <TakeOut {...{ device, name, hasPasskey, doing, said, onChange }} isOut={isOut.value} />
      )}
    </div>
  );
}

interface DoingProps {
  readonly device: Device;
  readonly doing: Signal<Doing | undefined>;
  readonly onChange: () => void;
}

function Rename({ device, doing, onChange }: DoingProps) {
  const name = useSignal(device.name ?? "");
  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = name.value.trim().slice(0, 100);
    if (words !== "") await vault.nameKey(device.id, words);
    doing.value = undefined;
    onChange();
  }
  return (
    <form class="stack stack-small" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <TextField label={text.newName} value={name} autofocus />
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.save}
        </Button>
        <Button kind="plain" onClick={() => (doing.value = undefined)}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

interface TakeOutProps extends DoingProps {
  readonly name: string;
  readonly hasPasskey: boolean;
  /** The server has signed it out. */
  readonly isOut: boolean;
  readonly said: Signal<string | undefined>;
}

function TakeOut({ device, name, hasPasskey, isOut, doing, said, onChange }: TakeOutProps) {
  return (
    <div class="stack stack-small">
      {isOut && (
        <Notice kind="kept" announce>
          {text.isOut}
        </Notice>
      )}
      <p>{text.takeOutLead}</p>
      <AskSecret
        act={text.takeOut}
        onSecret={async (secret) => {
          const refused = await vault.retireDevice(secret, device.id);
          if (refused) return retireText[refused];
          said.value = hasPasskey ? `${text.takenOut(name)} ${text.itsPasskey}` : text.takenOut(name);
          doing.value = undefined;
          onChange();
          return undefined;
        }}
      />
      <div>
        <Button kind="plain" onClick={() => (doing.value = undefined)}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
