import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import { Link } from "../../../../web/ui/link.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { notMeText as text } from "./text.ts";

/** Tells, where rooms do not open, that new keys were made in the person's name. Nothing where nobody made any. */
export function Told() {
  const isTold = useSignal(false);
  useEffect(() => void vault.loss().then((loss) => (isTold.value = loss !== undefined)), [isTold]);
  if (!isTold.value) return null;
  return (
    <Notice kind="care" announce>
      {text.line} <Link href="/keys/not-me">{text.look}</Link>
    </Notice>
  );
}
