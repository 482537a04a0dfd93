import { type Signal, signal, useSignal } from "@preact/signals";
import type { ComponentChildren, TargetedSubmitEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Block, itemTexts, plainInline } from "../../../../../content/blocks.ts";
import { menteeNextsteps, menteeReadiness, menteeReflect } from "../../../../../content/en/mentee.generated.ts";
import { mentorMotives, mentorNextsteps, mentorReflect } from "../../../../../content/en/mentor.generated.ts";
import type { Role } from "../../../../values/role.ts";
import { inNumber } from "../../../../values/plural.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { RadioGroup } from "../../../../web/ui/choice.tsx";
import { type Answer, type Reflection, reflectMotives, reflectReadiness } from "./rules.ts";
import { text } from "./text.ts";

/** Props of `Check`. */
export interface CheckProps {
  readonly role: Role;
  /** What stands below the reflection: the three choices. */
  readonly children: ComponentChildren;
}

interface Words {
  readonly asked: Block;
  readonly reflections: Block<"contact"> | Block;
  readonly steps: Block;
  readonly reflect: (answers: ReadonlyArray<Answer>) => Reflection;
}

const words: Readonly<Record<Role, Words>> = {
  mentor: { asked: mentorMotives, reflections: mentorReflect, steps: mentorNextsteps, reflect: reflectMotives },
  mentee: { asked: menteeReadiness, reflections: menteeReflect, steps: menteeNextsteps, reflect: reflectReadiness },
};

/** A few sentences, answered for oneself alone; the answers live as long as the page (P20, P100). */
export function Check({ role, children }: CheckProps) {
  const { asked, reflect } = words[role];
  const [items] = useState(() => itemTexts(asked).map((sentence) => ({ sentence, value: signal("") })));
  const reflection = useSignal<Reflection | undefined>(undefined);
  const isEmpty = useSignal(false);
  const options = text.scale[role].map((choice, at) => ({ value: String(at), text: choice }));

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const answers = items.map(({ value }) => answerIn(value));
    isEmpty.value = answers.every((answer) => answer === undefined);
    reflection.value = isEmpty.value ? undefined : reflect(answers);
  }

  return (
    <div class="stack stack-sections">
      <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
        {headOf(asked) !== "" && <p class="strong">{headOf(asked)}</p>}
        {items.map(({ sentence, value }) => (
          <RadioGroup key={sentence} label={sentence} value={value} options={options} inline />
        ))}
        <div class="buttons">
          <Button type="submit" wide="phone">
            {text.look}
          </Button>
        </div>
        <output>{isEmpty.value && text.empty}</output>
      </form>
      {reflection.value && (
        <>
          <Reflected role={role} reflection={reflection.value} />
          {children}
        </>
      )}
    </div>
  );
}

function answerIn({ value }: Signal<string>): Answer {
  return value === "" ? undefined : Number(value);
}

function headOf({ pieces }: Block): string {
  const [first] = pieces;
  return first?.kind === "paragraph" ? plainInline(first.words) : "";
}

/** Words and next steps: no number, no grade. */
function Reflected({ role, reflection }: { readonly role: Role; readonly reflection: Reflection }) {
  const { reflections, steps } = words[role];
  const head = useRef<HTMLHeadingElement>(null);
  const said =
    reflection.words === undefined ? undefined : itemTexts(reflections, { contact: text.contact })[reflection.words];
  const next = itemTexts(steps).filter((_, at) => reflection.steps.includes(at));
  useLayoutEffect(() => head.current?.focus(), [reflection]);
  return (
    <section class="stack">
      <h2 ref={head} tabIndex={-1}>
        {text.reflection}
      </h2>
      {said !== undefined && <p class="words">{said}</p>}
      {said === undefined && next.length === 0 && <p>{text.nothing}</p>}
      {next.length > 0 && (
        <>
          <h3>{inNumber(next.length, text.steps)}</h3>
          <ul>
            {next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
