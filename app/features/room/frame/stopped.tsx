import { stopText } from "../../../vault/text.ts";
import type { Stop } from "../../../vault/vault.ts";
import { Notice } from "../../../web/ui/notice.tsx";
import { frameText as text } from "./text.ts";

/** The server said something that an honest one cannot say: what was seen, and what to do. */
export function Stopped({ because }: { readonly because: Stop }) {
  return (
    <Notice kind="care" title={text.stopped} announce>
      {stopText[because]}
    </Notice>
  );
}
