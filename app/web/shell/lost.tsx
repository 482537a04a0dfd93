import { ButtonLink } from "../ui/button.tsx";
import { Mark } from "../ui/mark.tsx";
import { Page } from "../ui/page.tsx";
import { lostText as text } from "./lost-text.ts";

/** For an address that leads nowhere. */
export function Lost() {
  return (
    <Page title={text.title} lead={text.lead} width="form" mark={<Mark />}>
      <ButtonLink href="/">{text.home}</ButtonLink>
    </Page>
  );
}
