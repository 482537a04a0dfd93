import type { ComponentChildren } from "preact";
import { dayOf, formatDate } from "../../../../web/client/format.ts";
import type { PersonPage } from "../schema.ts";
import { personText as text } from "../text.ts";
import "./facts.css";

/** A list of facts: name and value. */
export function Facts({ children }: { readonly children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

/** One fact. Whatever is empty is said to be not known. */
export function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div class="facts-one">
      <dt>{name}</dt>
      <dd class={children === "" ? "muted" : undefined} dir="auto">
        {children === "" ? text.unknown : children}
      </dd>
    </div>
  );
}

/** Props of the parts of a person's page. */
export interface PartProps {
  readonly programmeId: string;
  readonly person: PersonPage;
  readonly onChanged: () => void;
}

/** The day of an instant, written out. */
export function dayText(at: number): string {
  return formatDate(dayOf(at));
}
