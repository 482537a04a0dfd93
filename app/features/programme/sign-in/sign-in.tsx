import { useSignal, type Signal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import * as z from "zod/mini";
import { EmailAddress } from "../../../values/text.ts";
import { hindranceText, type Answer } from "../../../web/client/answer.ts";
import { isToken, useLinkToken } from "../../../web/client/link-token.ts";
import { Button } from "../../../web/ui/button.tsx";
import { ErrorSummary } from "../../../web/ui/error-summary.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Mark } from "../../../web/ui/mark.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { askToSignIn, signInWithCode, signInWithLink } from "./api.ts";
import type { OtherMailProps } from "./other-mail.tsx";
import { refusalText, text, type SignInRefusal } from "./text.ts";
import "./sign-in.css";

// Whoever does without these parts is told nothing.
const none = () => () => null;
const besides = () => import("./passkeys/below/below-sign-in.tsx");
const AboveSignIn = lazily<object>(() => besides().then((m) => m.AboveSignIn, none));
// Nothing above it moves when it comes.
const BelowSignIn = lazily<object>(() => besides().then((m) => m.BelowSignIn, none));
// Below the code, and needed by few.
const OtherMail = lazily<OtherMailProps>(() => import("./other-mail.tsx").then((m) => m.OtherMail, none));

/** What to say about an answer that is not a yes. */
function faultOf(answer: Exclude<Answer<unknown, SignInRefusal>, { kind: "done" }>): string {
  return answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
}

/** Signing in: by the digits of a mail, or by its link. */
export function SignIn() {
  const link = useLinkToken().value;
  const done = useSignal("");
  const email = useSignal("");
  const sent = useSignal(false);

  if (link !== done.value) return <LinkStep key={link} token={link} onNewMail={() => (done.value = link)} />;
  return sent.value ? <CodeStep email={email} sent={sent} /> : <MailStep email={email} sent={sent} />;
}

interface StepProps {
  readonly email: Signal<string>;
  readonly sent: Signal<boolean>;
}

function MailStep({ email, sent }: StepProps) {
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!z.safeParse(EmailAddress, email.value).success) {
      fault.value = text.emailWrong;
      return;
    }
    busy.value = true;
    const answer = await askToSignIn(email.value);
    busy.value = false;
    if (answer.kind === "done") sent.value = true;
    else fault.value = answer.kind === "fields" ? text.emailWrong : faultOf(answer);
  }

  return (
    <Page title={text.title} lead={text.lead} width="form" mark={<Mark />}>
      <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
        <AboveSignIn />
        <Faults id="email" fault={fault} />
        <TextField
          id="email"
          label={text.email}
          hint={text.emailHint}
          type="email"
          autocomplete="email"
          inputMode="email"
          spellcheck={false}
          value={email}
          error={fault.value}
        />
        <Button type="submit" busy={busy.value} wide="phone">
          {text.ask}
        </Button>
      </form>
      <BelowSignIn />
    </Page>
  );
}

function CodeStep({ email, sent }: StepProps) {
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
    const answer = await signInWithCode(digits);
    busy.value = false;
    if (answer.kind !== "done") fault.value = faultOf(answer);
  }

  return (
    <Page title={text.sent} lead={text.sentTo(email.value)} width="form" mark={<Mark />}>
      <form class="stack stack-large" noValidate onSubmit={(event) => void handleSubmit(event)}>
        <Faults id="code" fault={fault} />
        <TextField
          id="code"
          label={text.code}
          hint={text.codeHint}
          code
          inputMode="numeric"
          autocomplete="one-time-code"
          value={code}
          error={fault.value}
        />
        <Button type="submit" busy={busy.value} wide="phone">
          {text.signIn}
        </Button>
      </form>
      <OtherMail email={email} sent={sent} fault={fault} />
    </Page>
  );
}

/** Mail scanners follow links: so a link only shows a button, and the button signs in. */
function LinkStep({ token, onNewMail }: { readonly token: string; readonly onNewMail: () => void }) {
  // What is not whole, used or over signs nobody in any more: then there is nothing to press.
  const isLive = useSignal(isToken(token));
  const fault = useSignal<string | undefined>(isLive.peek() ? undefined : text.linkBroken);
  const busy = useSignal(false);

  async function handleEnter() {
    busy.value = true;
    const answer = await signInWithLink(token);
    busy.value = false;
    if (answer.kind === "done") return;
    fault.value = answer.kind === "fields" ? text.linkBroken : faultOf(answer);
    isLive.value = answer.kind !== "fields" && answer.kind !== "refused";
  }

  return (
    <Page title={text.linkTitle} lead={isLive.value ? text.linkLead : undefined} width="form" mark={<Mark />}>
      <div class="stack stack-large">
        {fault.value !== undefined && (
          <Notice kind="care" announce>
            {fault.value}
          </Notice>
        )}
        <div class="buttons">
          {isLive.value && (
            <Button busy={busy.value} onClick={() => void handleEnter()}>
              {text.signIn}
            </Button>
          )}
          {fault.value !== undefined && (
            <Button kind={isLive.value ? "quiet" : "primary"} onClick={onNewMail}>
              {text.askAgain}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}

function Faults({ id, fault }: { readonly id: string; readonly fault: Signal<string | undefined> }) {
  return <ErrorSummary title={text.faults} faults={fault.value === undefined ? [] : [{ id, text: fault.value }]} />;
}
