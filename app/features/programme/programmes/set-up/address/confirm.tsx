import { useSignal } from "@preact/signals";
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

/** Types the digits, and asks for another mail. */
function useCode({ token, manager, onDone }: Pick<ConfirmAddressProps, "token" | "manager" | "onDone">) {
  const code = useSignal("");
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const resent = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    resent.value = false;
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

  async function handleAskAgain() {
    const answer = await askSetUpCode(token, manager);
    resent.value = answer.kind === "done";
    fault.value = answer.kind === "done" ? undefined : faultOf(answer);
    if (answer.kind === "done" && answer.value.isConfirmed) onDone();
  }

  return { code, fault, busy, resent, handleSubmit, handleAskAgain };
}

/** The digits that arrive at the first manager's address; where no mail server is set one may go on without. */
export function ConfirmAddress(props: ConfirmAddressProps) {
  const { manager, goesOut, onDone, onCorrect } = props;
  const { code, fault, busy, resent, handleSubmit, handleAskAgain } = useCode(props);
  const faults = fault.value === undefined ? [] : [{ id: "code", text: fault.value }];
  return (
    <Page title={text.title} lead={text.lead(manager.email)} width="form" mark={<Mark />}>
      <div class="stack">
        <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
          <ErrorSummary title={fieldText.faults} faults={faults} />
          {resent.value && (
            <Notice kind="kept" announce>
              {text.resent}
            </Notice>
          )}
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
            <Button kind="quiet" onClick={() => void handleAskAgain()}>
              {text.again}
            </Button>
            <Button kind="plain" onClick={onCorrect}>
              {text.correct}
            </Button>
          </div>
        </form>
        <Disclosure summary={text.none}>{goesOut ? <Lost /> : <Without onDone={onDone} />}</Disclosure>
      </div>
    </Page>
  );
}

/** Mail is often what works last on a new server: until a mail server is set, one goes on without. */
function Without({ onDone }: Pick<ConfirmAddressProps, "onDone">) {
  return (
    <div class="stack">
      <p>
        {text.noneLine} <code>{text.command}</code>
      </p>
      <div class="buttons">
        <Button kind="quiet" onClick={onDone}>
          {text.without}
        </Button>
      </div>
    </div>
  );
}

function Lost() {
  return (
    <div class="stack">
      <p>{text.lostLine}</p>
      <p>
        <code>{text.doctor}</code>
      </p>
      <p>
        <code>{text.setup}</code>
      </p>
    </div>
  );
}
