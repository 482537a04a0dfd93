import { ButtonLink } from "./button.tsx";
import { Mark } from "./mark.tsx";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";

/** Props of `NoUse`. */
export interface NoUseProps {
  readonly title: string;
  /** Why. */
  readonly said: string;
  /** The way to the first page. */
  readonly onward: string;
}

/** In the place of what a link led to, where the link is of no use any more. */
export function NoUse({ title, said, onward }: NoUseProps) {
  return (
    <Page title={title} width="form" mark={<Mark />}>
      <Notice kind="care" actions={<ButtonLink href="/">{onward}</ButtonLink>}>
        {said}
      </Notice>
    </Page>
  );
}
