import { useSignal, type Signal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useRef } from "preact/hooks";
import * as z from "zod/mini";
import { EmailAddress, plainLine } from "../../../values/text.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { ErrorSummary, type FieldFault } from "../../../web/ui/error-summary.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { inviteManager } from "./api.ts";
import { refusalText, text } from "./text.ts";

interface InviteFormProps {
  readonly programmeId: string;
  readonly onInvited: () => void;
}

/** Invites somebody by mail to manage the programme too. */
export function InviteForm({ programmeId, onInvited }: InviteFormProps) {
  const name = useSignal("");
  const email = useSignal("");
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const hindrance = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const invitationId = useRef(newId());

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    faults.value = faultsIn(name.value, email.value);
    if (faults.value.length > 0) return;
    busy.value = true;
    const person = { name: name.value.trim(), email: email.value.trim() };
    const answer = await inviteManager(programmeId, { invitationId: invitationId.current, ...person });
    busy.value = false;
    hindrance.value = undefined;
    if (answer.kind !== "done") {
      hindrance.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
      return;
    }
    toast(text.sent(person.name));
    invitationId.current = newId();
    name.value = "";
    email.value = "";
    onInvited();
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <h2>{text.invite}</h2>
      <ErrorSummary title={text.faults} faults={faults.value} />
      {hindrance.value !== undefined && (
        <Notice kind="care" announce>
          {hindrance.value}
        </Notice>
      )}
      <Fields name={name} email={email} faults={faults.value} />
      <div class="buttons">
        <Button type="submit" kind="quiet" busy={busy.value} wide="phone">
          {text.send}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly name: Signal<string>;
  readonly email: Signal<string>;
  readonly faults: ReadonlyArray<FieldFault>;
}

function Fields({ name, email, faults }: FieldsProps) {
  const faultOf = (id: string) => faults.find((fault) => fault.id === id)?.text;
  return (
    <div class="columns">
      <TextField id="manager-name" label={text.name} value={name} error={faultOf("manager-name")} />
      <TextField
        id="manager-email"
        label={text.email}
        type="email"
        inputMode="email"
        spellcheck={false}
        value={email}
        error={faultOf("manager-email")}
      />
    </div>
  );
}

function faultsIn(name: string, email: string): ReadonlyArray<FieldFault> {
  const isName = z.safeParse(plainLine(120), name.trim()).success && name.trim() !== "";
  return [
    ...(isName ? [] : [{ id: "manager-name", text: text.nameWrong }]),
    ...(z.safeParse(EmailAddress, email.trim()).success ? [] : [{ id: "manager-email", text: text.emailWrong }]),
  ];
}
