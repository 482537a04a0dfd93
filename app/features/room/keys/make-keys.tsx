import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keepStorage, vault } from "../../../vault/browser/client.ts";
import { enrolText, unavailableText } from "../../../vault/text.ts";
import type { AnewRefusal, EnrolRefusal, RecoveryCode } from "../../../vault/secrets.ts";
import { Button } from "../../../web/ui/button.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { holdsPasskeys, mayUsePasskeys } from "../../../web/client/passkey.ts";
import { knownOfMe } from "../../programme/sign-in/api.ts";
import { useVault } from "../frame/hand.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { enrolByPasskey, type InsteadOfPasskey, type MakesByPasskey, PasskeyStep } from "./passkey-step.tsx";
import { NewCode } from "./new-code.tsx";
import { RecoveryCodeCard } from "./recovery-code.tsx";
import { codeText, leftText, makeText as text } from "./text.ts";

/** Props of `MakeKeys`. */
export interface MakeKeysProps {
  /** Keys are made and the recovery code is kept. */
  readonly onDone: () => void;
  /** Tells the page which heading stands above: the passphrase's, or the code's. */
  readonly onStep?: (step: "passphrase" | "code") => void;
  /** Makes them in the place of others; left out, they are the person's first. */
  readonly make?: WaysToMake | undefined;
  /** Why that may not work. */
  readonly refusals?: Readonly<Record<string, string>> | undefined;
}

/** Makes keys, by either way. */
export interface WaysToMake {
  readonly byPassphrase: (passphrase: string) => Promise<RecoveryCode | EnrolRefusal | AnewRefusal>;
  readonly byPasskey: MakesByPasskey;
}

const firstKeys: WaysToMake = {
  byPassphrase: (passphrase) => vault.enrol(passphrase),
  byPasskey: enrolByPasskey,
};

/** Makes a person's keys on this device: a passkey or a passphrase, then the recovery code. A step of enrolment, without a heading of its own. */
export function MakeKeys({ onDone, onStep, make = firstKeys, refusals = enrolText }: MakeKeysProps) {
  const status = useVault().value;
  const code = useSignal<RecoveryCode | undefined>(undefined);
  const isMaking = useSignal(false);
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
  if (status.is === "unlocked" && make === firstKeys && !isMaking.value)
    return <CodeLeft onDone={onDone} {...(onStep && { onStep })} />;
  if (way.value === undefined) return null;
  if (way.value === "passkey")
    return (
      <PasskeyStep
        make={begins(make.byPasskey, isMaking)}
        refusals={refusals}
        onMade={handleMade}
        onPassphrase={(why) => (way.value = why)}
      />
    );
  return (
    <>
      {(way.value === "signs-in-only" || way.value === "opens-nothing") && <Notice>{text[way.value]}</Notice>}
      <PassphraseStep make={begins(make.byPassphrase, isMaking)} refusals={refusals} onMade={handleMade} />
      {way.value === "passphrase" && mayUsePasskeys() && (
        <Button kind="plain" onClick={() => (way.value = "passkey")}>
          {text.passkeyInstead}
        </Button>
      )}
    </>
  );
}

/** The keys are there, and the code was left: the page was closed or loaded anew while it stood there. */
function CodeLeft({ onDone, onStep }: Pick<MakeKeysProps, "onDone" | "onStep">) {
  const isNew = useSignal(false);
  useEffect(() => onStep?.("code"), [onStep]);
  if (isNew.value) return <NewCode onKept={onDone} />;
  return (
    <div class="stack">
      <p>{leftText.lead}</p>
      <div class="buttons">
        <Button onClick={() => (isNew.value = true)}>{leftText.makeNew}</Button>
        <Button kind="quiet" onClick={onDone}>
          {leftText.kept}
        </Button>
      </div>
    </div>
  );
}

/** Notes that keys are about to be there, because they are made here. */
function begins<Given extends ReadonlyArray<unknown>, Answer>(
  makes: (...given: Given) => Promise<Answer>,
  isMaking: Signal<boolean>,
): (...given: Given) => Promise<Answer> {
  return (...given) => {
    isMaking.value = true;
    return makes(...given);
  };
}

/** How keys are made first: by a passkey where this very device can hold one. Undefined until that is known. */
function useFirstWay(): Signal<"passkey" | InsteadOfPasskey | undefined> {
  const way = useSignal<"passkey" | InsteadOfPasskey | undefined>(undefined);
  useEffect(() => {
    void deviceHolds.then((holds) => (way.value ??= holds ? "passkey" : "passphrase"));
  }, [way]);
  return way;
}

// Asked when this code comes, which is long before it is shown.
const deviceHolds = holdsPasskeys();

interface PassphraseStepProps {
  readonly make: WaysToMake["byPassphrase"];
  readonly refusals: Readonly<Record<string, string>>;
  readonly onMade: (code: RecoveryCode) => void;
}

function PassphraseStep({ make, refusals, onMade }: PassphraseStepProps) {
  const passphrase = useSignal("");
  const isMade = useSignal(true);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    const weak = await vault.refusePassphrase(passphrase.value, knownOfMe());
    const made = weak ?? (await make(passphrase.value));
    busy.value = false;
    if (typeof made === "string") fault.value = refusals[made];
    else onMade(made);
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {fault.value !== undefined && <ErrorSummary faults={[{ id: "passphrase", text: fault.value }]} />}
      <p>{text.lead}</p>
      <NewPassphrase id="passphrase" label={text.passphrase} value={passphrase} error={fault.value} isMade={isMade} />
      <p class="muted">{text.lost}</p>
      <Button type="submit" busy={busy.value} disabled={isMade.value && passphrase.value === ""} wide="phone">
        {text.make}
      </Button>
      <output class="small muted">{busy.value && text.making}</output>
    </form>
  );
}
