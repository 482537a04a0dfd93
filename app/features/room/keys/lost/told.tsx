import { useSignal } from "@preact/signals";
import { type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import type { Loss } from "../../../../vault/secrets.ts";
import { stopText } from "../../../../vault/text.ts";
import type { Stop } from "../../../../vault/vault.ts";
import { dayOf, formatDay } from "../../../../web/client/format.ts";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { unlockText } from "../text.ts";
import { notMeText as text } from "./text.ts";

/** New keys in the person's name, as far as they matter here; `undefined` until it is known. */
function useLoss(): Loss | "none" | undefined {
  const loss = useSignal<Loss | "none" | undefined>(undefined);
  useEffect(() => void vault.loss().then((found) => (loss.value = found ?? "none")), [loss]);
  return loss.value;
}

/**
 * Tells, where rooms do not open, that new keys were made in the person's name. Nothing where nobody made any, nor where they are let
 * in long since and this device never had others.
 */
export function Told() {
  const loss = useLoss();
  if (loss === undefined || loss === "none" || !(loss.mayCancel || loss.isHere)) return null;
  return (
    <Notice kind="care" announce>
      {text.line} <Link href="/keys/not-me">{text.look}</Link>
    </Notice>
  );
}

/** The whole page of a device whose rooms stopped: new keys in the person's name are the one cause that they can mend themselves. */
export function StoppedHere({ because }: { readonly because: Stop }) {
  const loss = useLoss();
  const isExchanged = because === "own-keys-exchanged";
  if (isExchanged && loss === undefined) return <Page title={unlockText.title}>{null}</Page>;
  if (isExchanged && loss !== undefined && loss !== "none")
    return (
      <Page title={text.title} lead={text.lead(formatDay(dayOf(loss.begunAt)), true)} width="form">
        <Asked loss={loss}>{text.nothingSent}</Asked>
      </Page>
    );
  return (
    <Page title={unlockText.unavailable} width="form">
      <Notice kind="care">{stopText[because]}</Notice>
    </Page>
  );
}

/** On Home, where the rooms stopped: why, and where it is mended. */
export function StoppedOnHome({ because }: { readonly because: Stop }) {
  const loss = useLoss();
  if (loss === undefined) return null;
  if (because === "own-keys-exchanged" && loss !== "none")
    return <Asked loss={loss}>{text.lead(formatDay(dayOf(loss.begunAt)), true)}</Asked>;
  return (
    <Notice kind="care" title={unlockText.unavailable}>
      {stopText[because]}
    </Notice>
  );
}

function Asked({ loss, children }: { readonly loss: Loss; readonly children: ComponentChildren }) {
  return (
    <Notice
      kind="care"
      title={text.look}
      announce
      actions={
        <ButtonLink href="/keys/not-me" kind="quiet">
          {text.answer}
        </ButtonLink>
      }
    >
      {children} {loss.mayCancel ? text.mayTakeBack : text.isLate}
    </Notice>
  );
}
