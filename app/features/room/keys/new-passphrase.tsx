import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { makeText as text } from "./text.ts";

/** Props of `NewPassphrase`. */
export interface NewPassphraseProps {
  readonly id: string;
  readonly label: string;
  /** What was chosen, or made. */
  readonly value: Signal<string>;
  readonly error: string | undefined;
  /** Whether it is a made one; the person chooses. */
  readonly isMade: Signal<boolean>;
  readonly autofocus?: boolean;
}

/** A new passphrase: a made one, to be copied, or one that the person thinks of. */
export function NewPassphrase({ id, label, value, error, isMade, autofocus = false }: NewPassphraseProps) {
  function handleMake() {
    isMade.value = true;
    void suggestInto(value);
  }
  function handleOwn() {
    isMade.value = false;
    value.value = "";
  }
  // It is typed once: whoever cannot see it may lock themselves out by one wrong sign.
  const isSeen = useSignal(false);
  useEffect(() => {
    if (isMade.peek()) void suggestInto(value);
  }, [isMade, value]);
  return (
    <div class="stack stack-small">
      {isMade.value ? (
        <Made id={id} value={value} onAnother={() => void suggestInto(value)} />
      ) : (
        <TextField
          id={id}
          label={label}
          hint={text.passphraseHint}
          type={isSeen.value ? "text" : "password"}
          spellcheck={false}
          autocomplete="new-password"
          value={value}
          error={error}
          autofocus={autofocus}
        />
      )}
      <div class="buttons-plain">
        {!isMade.value && (
          <Button kind="plain" onClick={() => (isSeen.value = !isSeen.value)}>
            {isSeen.value ? text.hide : text.see}
          </Button>
        )}
        <Button kind="plain" onClick={() => (isMade.value ? handleOwn() : handleMake())}>
          {isMade.value ? text.own : text.makeOne}
        </Button>
      </div>
    </div>
  );
}

async function suggestInto(value: Signal<string>): Promise<void> {
  value.value = "";
  value.value = await vault.suggestPassphrase();
}

interface MadeProps {
  readonly id: string;
  readonly value: Signal<string>;
  readonly onAnother: () => void;
}

function Made({ id, value, onAnother }: MadeProps) {
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
      <p class="words" id={id} tabIndex={-1}>
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
