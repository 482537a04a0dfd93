import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { me } from "../../programme/sign-in/api.ts";
import { savingText as text } from "./said/text.ts";

/** A passphrase for a file, and why it is not good enough. */
export interface FilePassphrase {
  readonly words: Signal<string>;
  readonly fault: Signal<string | undefined>;
  /** True where the words may close a file. */
  readonly isGood: () => Promise<boolean>;
}

/** A passphrase that stands ready as a suggestion, to be taken or changed. */
export function useFilePassphrase(): FilePassphrase {
  const words = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  useEffect(() => {
    void vault.suggestPassphrase().then((suggested) => (words.value ||= suggested));
  }, [words]);
  async function isGood() {
    const refused = await vault.refusePassphrase(words.value, [me.value?.name ?? "", me.value?.email ?? ""]);
    fault.value = refused && refused !== "offline" ? text.weak : undefined;
    return fault.value === undefined && words.value.trim() !== "";
  }
  return { words, fault, isGood };
}

/** Where it is read, changed, and told on. */
export function PassphraseField({ words, fault }: FilePassphrase) {
  return (
    <TextField
      label={text.passphrase}
      hint={text.passphraseHint}
      value={words}
      error={fault.value}
      autocomplete="off"
      spellcheck={false}
    />
  );
}

/** After a file is saved: its passphrase once more, to be copied. */
export function SavedWith({ words }: Pick<FilePassphrase, "words">) {
  return (
    <div class="stack stack-small" data-news>
      <output>{text.saved}</output>
      <CopyText label={text.copy} text={words.value} />
    </div>
  );
}
