import { signal, type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { useVault } from "../frame/hand.tsx";
import type { NewCodeProps } from "./new-code.tsx";
import { confirmText as text } from "./text.ts";

// For the few who did not keep their code.
const NewCode = lazily<NewCodeProps>(() => import("./new-code.tsx").then((m) => m.NewCode));

/** Asks three groups of the recovery code back, once, in a fold: at Close (C04), and on Home for as long as they were not given back. Nobody waits for it. */
export function ConfirmRecovery() {
  const status = useVault().value;
  const open = useSignal(false);
  const groups = useSignal<ReadonlyArray<number> | undefined>(undefined);
  const isNeeded = status.is === "unlocked" && !status.isRecoveryConfirmed;
  useEffect(() => {
    if (isNeeded && open.value) void vault.recoveryGroupsToConfirm().then((asked) => (groups.value = asked));
  }, [isNeeded, open.value, groups]);
  if (!isNeeded) return null;
  return (
    <Disclosure summary={text.title} open={open.value} onToggle={(isOpen) => (open.value = isOpen)}>
      {groups.value && <Groups numbers={groups.value} onLater={() => (open.value = false)} />}
    </Disclosure>
  );
}

function Groups({ numbers, onLater }: { readonly numbers: ReadonlyArray<number>; readonly onLater: () => void }) {
  const typed = useSignal<ReadonlyArray<Signal<string>>>(numbers.map(() => signal("")));
  const fault = useSignal<string | undefined>(undefined);
  const isNew = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = await vault.confirmRecoveryGroups(typed.value.map((group) => group.value));
    if (answer === undefined) toast(text.done);
    fault.value = answer && text.different;
  }

  if (isNew.value) return <NewCode onKept={onLater} />;
  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <p>{text.lead}</p>
      <div class="columns">
        {numbers.map((number, at) => {
          const value = typed.value[at];
          return (
            value && (
              <TextField
                key={number}
                label={text.group(number)}
                value={value}
                short
                spellcheck={false}
                error={at === 0 ? fault.value : undefined}
              />
            )
          );
        })}
      </div>
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {text.confirm}
        </Button>
        {fault.value !== undefined && (
          <Button kind="plain" onClick={() => (isNew.value = true)}>
            {text.makeNew}
          </Button>
        )}
        <Button kind="plain" onClick={onLater}>
          {text.later}
        </Button>
      </div>
    </form>
  );
}
