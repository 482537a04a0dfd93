import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { type Answer, hindranceText } from "../../../../../web/client/answer.ts";
import { Button } from "../../../../../web/ui/button.tsx";
import { Disclosure } from "../../../../../web/ui/disclosure.tsx";
import { ErrorSummary } from "../../../../../web/ui/error-summary.tsx";
import { Mark } from "../../../../../web/ui/mark.tsx";
import { Notice } from "../../../../../web/ui/notice.tsx";
import { Page } from "../../../../../web/ui/page.tsx";
import { TextField } from "../../../../../web/ui/text-field.tsx";
import type { RefusalOf } from "../../../../../values/operation.ts";
import { fieldText } from "../../text.ts";
import { text as setUpText } from "../text.ts";
import { askSetUpCode, confirmSetUpAddress } from "./api.ts";
import type { AskSetUpCode, ConfirmSetUpAddress } from "./schema.ts";
import { refusalText, text } from "./text.ts";

type Refusal = RefusalOf<typeof AskSetUpCode | typeof ConfirmSetUpAddress>;

/** What to say about an answer that is not a yes. */
export function faultOf(answer: Exclude<Answer<unknown, Refusal>, { kind: "done" }>): string {
  return answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
}

/** Props of `ConfirmAddress`. */
export interface ConfirmAddressProps {
  readonly token: string;
  readonly manager: { readonly name: string; readonly email: string };
  /** False where the mail lies in the outbox. */
  readonly goesOut: boolean;
  readonly onDone: () => void;
  readonly onCorrect: () => void;
}

/** The digits that arrive at the first manager's address; whoever gets none goes on without. */
export function ConfirmAddress({ token, manager, goesOut, onDone, onCorrect }: ConfirmAddressProps) {
  const code = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const digits = code.value.replaceAll(/\D/g, "");
    if (digits.length !== 6) {
      fault.value = text.codeWrong;
      return;
    }
    busy.value = true;
    const answer = await confirmSetUpAddress(token, digits);
    busy.value = false;
    if (answer.kind === "done") onDone();
    else fault.value = faultOf(answer);
  }

  const faults = fault.value === undefined ? [] : [{ id: "code", text: fault.value }];
  return (
    <Page title={text.title} lead={text.lead(manager.email)} width="form" mark={<Mark />}>
      <div class="stack">
        <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
          <ErrorSummary title={fieldText.faults} faults={faults} />
          <TextField
            id="code"
            label={text.code}
            hint={goesOut ? text.codeHint : text.outbox}
            code
            inputMode="numeric"
            autocomplete="one-time-code"
            value={code}
            error={fault.value}
          />
          <div class="buttons">
            <Button type="submit" busy={busy.value} wide="phone">
              {setUpText.next}
            </Button>
            <Button kind="plain" onClick={onCorrect}>
              {text.correct}
            </Button>
          </div>
        </form>
        <NoMail token={token} manager={manager} fault={fault} onDone={onDone} />
      </div>
    </Page>
  );
}

interface NoMailProps extends Pick<ConfirmAddressProps, "token" | "manager" | "onDone"> {
  readonly fault: Signal<string | undefined>;
}

/** Mail is often what works last on a new server. */
function NoMail({ token, manager, fault, onDone }: NoMailProps) {
  const resent = useSignal(false);

  async function handleAskAgain() {
    const answer = await askSetUpCode(token, manager);
    resent.value = answer.kind === "done";
    fault.value = answer.kind === "done" ? undefined : faultOf(answer);
  }

  return (
    <Disclosure summary={text.none}>
      <div class="stack">
        {resent.value && (
          <Notice kind="kept" announce>
            {text.resent}
          </Notice>
        )}
        <p>
          {text.noneLine} <code>{text.command}</code>
        </p>
        <div class="buttons">
          <Button kind="quiet" onClick={() => void handleAskAgain()}>
            {text.again}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {text.without}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
