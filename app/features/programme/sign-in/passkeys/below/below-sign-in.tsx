import { useSignal } from "@preact/signals";
import { Button } from "../../../../../web/ui/button.tsx";
import { LockIcon } from "../../../../../web/ui/icons.tsx";
import { Notice } from "../../../../../web/ui/notice.tsx";
import { NotSetUp } from "../../../programmes/site/not-set-up.tsx";
import { wasEnded } from "../../api.ts";
import { belowText as text } from "./text.ts";
import "./below-sign-in.css";

// Passkeys belong to a name, never to a number.
const mayBe = "PublicKeyCredential" in globalThis && !/^[\d.]+$|^\[/.test(location.hostname);

/** Above the sign-in form: that nobody has set Oakroom up, before that was done. */
export function AboveSignIn() {
  return <NotSetUp />;
}

/** Below the sign-in form: the way in by a passkey, and what becomes of what people write. */
export function BelowSignIn() {
  return (
    <>
      {wasEnded.value && <p class="sign-in-passkey muted">{text.ended}</p>}
      {mayBe && <ByPasskey />}
      <p class="sign-in-trust">
        <LockIcon />
        <span>
          {text.trust} <a href="/what-oakroom-can-see">{text.see}</a>
        </span>
      </p>
    </>
  );
}

/** One gesture: it signs in, and opens the rooms where the passkey can. */
function ByPasskey() {
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handlePress() {
    busy.value = true;
    fault.value = undefined;
    const { comeIn } = await import("./come-in.tsx");
    fault.value = await comeIn();
    busy.value = false;
  }

  return (
    <div class="sign-in-passkey stack stack-small">
      {fault.value !== undefined && (
        <Notice kind="care" announce>
          {fault.value}
        </Notice>
      )}
      <Button kind="quiet" wide="phone" busy={busy.value} onClick={() => void handlePress()}>
        {text.passkey}
      </Button>
      <output class="small muted">{busy.value && text.asking}</output>
    </div>
  );
}
