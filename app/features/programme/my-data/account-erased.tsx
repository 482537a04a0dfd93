import { Page } from "../../../web/ui/page.tsx";
import { erasedText as text } from "./text.ts";

/** What stands after an account was erased. Public: it says nothing of anybody. */
export function AccountErased() {
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <div class="stack">
        <p>{text.gone}</p>
        <p>{text.rooms}</p>
        <p>{text.backups}</p>
        <p class="muted">{text.again}</p>
      </div>
    </Page>
  );
}
