import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keepStorage, vault } from "../../../vault/browser/client.ts";
import { enrolText, unavailableText } from "../../../vault/text.ts";
import type { AnewRefusal, EnrolRefusal, RecoveryCode } from "../../../vault/secrets.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { holdsPasskeys, mayUsePasskeys } from "../../../web/client/passkey.ts";
import { knownOfMe } from "../../programme/sign-in/api.ts";
import { useVault } from "../frame/hand.tsx";
import { PasskeyStep } from "./passkey-step.tsx";
import { RecoveryCodeCard } from "./recovery-code.tsx";
import { codeText, makeText as text } from "./text.ts";

/** Props of `MakeKeys`. */
export interface MakeKeysProps {
  /** Keys are made and the recovery code is kept. */
  readonly onDone: () => void;
  /** Tells the page which heading stands above: the passphrase's, or the code's. */
  readonly onStep?: (step: "passphrase" | "code") => void;
  /** Makes them with a passphrase, in the place of others; left out, they are the person's first, by whichever way. */
  readonly make?: MakesKeys | undefined;
  /** Why that may not work. */
  readonly refusals?: Readonly<Record<string, string>> | undefined;
}

/** Makes keys with a passphrase. */
export type MakesKeys = (passphrase: string) => Promise<RecoveryCode | EnrolRefusal | AnewRefusal>;

const firstKeys: MakesKeys = (passphrase) => vault.enrol(passphrase);

/** Makes a person's keys on this device: a passkey or a passphrase, then the recovery code. A step of enrolment, without a heading of its own. */
export function MakeKeys({ onDone, onStep, make = firstKeys, refusals = enrolText }: MakeKeysProps) {
  const status = useVault().value;
  const code = useSignal<RecoveryCode | undefined>(undefined);
  const way = useFirstWay();
  const lead = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; whoever cannot see is told what stands here now.
  useEffect(() => lead.current?.focus(), [code.value]);
  if (status.is === "unavailable") return <Notice kind="care">{unavailableText[status.because]}</Notice>;
  if (code.value)
    return (
      <div class="stack stack-large">
        <p ref={lead} tabIndex={-1}>
          {codeText.lead}
        </p>
        <RecoveryCodeCard code={code.value} onKept={onDone} />
      </div>
    );
  function handleMade(made: RecoveryCode) {
    void keepStorage();
    code.value = made;
    onStep?.("code");
  }
  if (way.value === undefined) return null;
  // A passkey is added by keys that are there already.
  if (make !== firstKeys) return <PassphraseStep make={make} refusals={refusals} onMade={handleMade} />;
  if (way.value === "passkey") return <PasskeyStep onMade={handleMade} onPassphrase={(why) => (way.value = why)} />;
  return (
    <>
      {way.value === "signs-in-only" && <Notice>{text.signsInOnly}</Notice>}
      <PassphraseStep make={make} refusals={refusals} onMade={handleMade} />
      {way.value === "passphrase" && mayUsePasskeys() && (
        <Button kind="plain" onClick={() => (way.value = "passkey")}>
          {text.passkeyInstead}
        </Button>
      )}
    </>
  );
}

/** How keys are made first: by a passkey where this very device can hold one. Undefined until that is known. */
function useFirstWay(): Signal<"passkey" | "passphrase" | "signs-in-only" | undefined> {
  const way = useSignal<"passkey" | "passphrase" | "signs-in-only" | undefined>(undefined);
  useEffect(() => {
    void deviceHolds.then((holds) => (way.value ??= holds ? "passkey" : "passphrase"));
  }, [way]);
  return way;
}

// Asked when this code comes, which is long before it is shown.
const deviceHolds = holdsPasskeys();

interface PassphraseStepProps {
  readonly make: MakesKeys;
  readonly refusals: Readonly<Record<string, string>>;
  readonly onMade: (code: RecoveryCode) => void;
}

function PassphraseStep({ make, refusals, onMade }: PassphraseStepProps) {
  const suggestion = useSignal("");
  const chosen = useSignal("");
  const isOwn = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  useEffect(() => void suggestInto(suggestion), [suggestion]);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    const weak = isOwn.value ? await vault.refusePassphrase(chosen.value, knownOfMe()) : undefined;
    const made = weak ?? (await make(isOwn.value ? chosen.value : suggestion.value));
    busy.value = false;
    if (typeof made === "string") fault.value = refusals[made];
    else onMade(made);
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {fault.value !== undefined && <ErrorSummary faults={[{ id: "passphrase", text: fault.value }]} />}
      <p>{text.lead}</p>
      {isOwn.value ? (
        <OwnPassphrase value={chosen} fault={fault.value} />
      ) : (
        <Suggestion value={suggestion} onAnother={() => void suggestInto(suggestion)} />
      )}
      <Button kind="plain" onClick={() => (isOwn.value = !isOwn.value)}>
        {isOwn.value ? text.makeOne : text.own}
      </Button>
      <p class="muted">{text.lost}</p>
      <Button type="submit" busy={busy.value} disabled={!isOwn.value && suggestion.value === ""} wide="phone">
        {text.make}
      </Button>
      <output class="small muted">{busy.value && text.making}</output>
    </form>
  );
}

async function suggestInto(suggestion: Signal<string>): Promise<void> {
  suggestion.value = await vault.suggestPassphrase();
}

function Suggestion({ value, onAnother }: { readonly value: Signal<string>; readonly onAnother: () => void }) {
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(value.value);
      toast(text.copied);
    } catch {
      toast(text.notCopied);
    }
  }
  return (
    <Card tag={text.suggested}>
      <p class="words" id="passphrase" tabIndex={-1}>
        {value.value || "…"}
      </p>
      <p class="small muted">{text.keepIt}</p>
      <div class="buttons-plain">
        <Button kind="plain" onClick={() => void handleCopy()}>
          {text.copy}
        </Button>
        <Button kind="plain" onClick={onAnother}>
          {text.another}
        </Button>
      </div>
    </Card>
  );
}

function OwnPassphrase({ value, fault }: { readonly value: Signal<string>; readonly fault: string | undefined }) {
  return (
    <TextField
      id="passphrase"
      label={text.passphrase}
      hint={text.passphraseHint}
      type="password"
      autocomplete="new-password"
      value={value}
      error={fault}
    />
  );
}
