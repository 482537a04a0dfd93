import { hueOf, initialOf } from "./person.ts";
import "./avatar.css";

/** Props of `Avatar`. */
export interface AvatarProps {
  readonly name: string;
  /** What gives the colour: an id that never changes, so that a person keeps one colour on every screen and device. */
  readonly id: string;
  /** 36 px unless small (24). */
  readonly small?: boolean;
}

/** A round with the first letter of a name in the person's colour. Decoration, drawn by the style alone: the name always stands beside it. */
export function Avatar({ name, id, small = false }: AvatarProps) {
  return (
    <span
      class="avatar"
      data-hue={hueOf(id)}
      data-initial={initialOf(name)}
      data-small={small || undefined}
      aria-hidden="true"
    />
  );
}

/** A name with its colour: beside every text box of someone with several rooms. */
export function NameDot({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <span class="name-dot">
      <span class="name-dot-round" data-hue={hueOf(id)} aria-hidden="true" />
      <span dir="auto">{name}</span>
    </span>
  );
}
