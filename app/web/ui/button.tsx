import type { ComponentChildren, TargetedMouseEvent } from "preact";
import "./button.css";

/** primary: the one thing to do here. quiet: another good way. plain: a small act in a row. */
export type ButtonKind = "primary" | "quiet" | "plain";

/** Props of `Button`. */
export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  /** "submit" inside a form; "button" unless told. */
  readonly type?: "button" | "submit";
  readonly onClick?: ((event: TargetedMouseEvent<HTMLButtonElement>) => void) | undefined;
  /** Each press of a quick row counts: for going through things. Unless told, the second press of a double click does nothing. */
  readonly repeats?: boolean;
  /** At work: stays focusable and announced, and answers no second press. */
  readonly busy?: boolean | undefined;
  /** Prefer a button that says why not over a disabled one. */
  readonly disabled?: boolean | undefined;
  readonly icon?: ComponentChildren;
  /** For an act whose words alone do not say on what: "Drop: write the plan". */
  readonly label?: string | undefined;
  /** As wide as its place, on phones or always. */
  readonly wide?: "phone" | "always";
  readonly id?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
  readonly pressed?: boolean | undefined;
}

/** A button that does something here; to go somewhere, use `ButtonLink` or `Link`. */
export function Button(props: ButtonProps) {
  const {
    children,
    kind = "primary",
    type = "button",
    onClick,
    busy = false,
    disabled = false,
    icon,
    label,
    wide,
    repeats = false,
  } = props;

  function handleClick(event: TargetedMouseEvent<HTMLButtonElement>) {
    if (busy || (event.detail > 1 && !repeats)) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      type={type}
      class="button"
      data-kind={kind}
      data-wide={wide}
      data-busy={busy || undefined}
      id={props.id}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={label}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-pressed={props.pressed}
      onClick={handleClick}
    >
      {icon}
      <span class="button-words">{children}</span>
      {busy && <span class="button-busy" aria-hidden="true" />}
    </button>
  );
}

/** Props of `ButtonLink`. */
export interface ButtonLinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly icon?: ComponentChildren;
  readonly wide?: "phone" | "always";
  readonly label?: string | undefined;
  /** Offers the address as a file of this name. */
  readonly download?: string | undefined;
}

/** A link that looks like a button: the next place. */
export function ButtonLink({ href, children, kind = "primary", icon, wide, label, download }: ButtonLinkProps) {
  return (
    <a class="button" data-kind={kind} data-wide={wide} href={href} aria-label={label} download={download}>
      {icon}
      <span class="button-words">{children}</span>
    </a>
  );
}
