import type { ComponentChildren } from "preact";
import { CareIcon, CheckIcon, InfoIcon } from "./icons.tsx";
import "./notice.css";

/** info: good to know. kept: it is done, it holds. care: needs care. */
export type NoticeKind = "info" | "kept" | "care";

/** Props of `Notice`. */
export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Buttons or links below the words. */
  readonly actions?: ComponentChildren;
  /** Said at once by screen readers: for what appears after an act. Not for what stands there from the start. */
  readonly announce?: boolean;
}

const icons = { info: InfoIcon, kept: CheckIcon, care: CareIcon };
const names = { info: "Note", kept: "Done", care: "Needs care" };

/** A few sentences that stand out from the page: an icon and words, never colour alone. */
export function Notice({ kind = "info", title, children, actions, announce = false }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div class="notice" data-kind={kind} role={announce ? (kind === "care" ? "alert" : "status") : undefined}>
      <Icon size={20} label={names[kind]} />
      <div class="stack stack-small">
        {title !== undefined && <p class="strong">{title}</p>}
        {children !== undefined && <div class="notice-words">{children}</div>}
        {actions !== undefined && <div class="buttons notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
