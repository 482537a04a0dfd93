import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { store } from "../../../web/client/stored.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { askToSignIn } from "./api.ts";
import { refusalText, text } from "./text.ts";

/** Props of `OtherMail`. */
export interface OtherMailProps {
  readonly email: Signal<string>;
  /** False leads back to the address. */
  readonly sent: Signal<boolean>;
  readonly fault: Signal<string | undefined>;
}

/** Notes where somebody was going, for the link of the mail, which opens a page of its own. */
function noteGoing(): void {
  const { pathname } = location;
  store("going", pathname === "/" || pathname === "/sign-in" ? undefined : pathname);
}

/** For a mail that did not come: another one, or another address. */
export function OtherMail({ email, sent, fault }: OtherMailProps) {
  const resent = useSignal(false);
  useEffect(noteGoing, []);

  async function handleAskAgain() {
    const answer = await askToSignIn(email.value);
    fault.value =
      answer.kind === "done"
        ? undefined
        : answer.kind === "refused"
          ? refusalText[answer.refused]
          : hindranceText[answer.kind];
    resent.value = answer.kind === "done";
  }

  return (
    <div class="sign-in-other stack">
      {resent.value && (
        <Notice kind="kept" announce>
          {text.resent}
        </Notice>
      )}
      <div class="buttons-plain">
        <Button kind="plain" onClick={() => void handleAskAgain()}>
          {text.askAgain}
        </Button>
        <Button kind="plain" onClick={() => (sent.value = false)}>
          {text.otherAddress}
        </Button>
      </div>
    </div>
  );
}
