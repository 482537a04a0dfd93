import type { ComponentChildren, ComponentType } from "preact";
import { itemTexts } from "../../../../content/blocks.ts";
import { confDuties, confExceptions } from "../../../../content/en/confidentiality.generated.ts";
import { menteeChoose, menteeLead } from "../../../../content/en/mentee.generated.ts";
import { mentorDuties, powerCard } from "../../../../content/en/mentor.generated.ts";
import {
  listenBasics,
  listenValidate,
  listenWait,
  talkLimits,
  talkPause,
} from "../../../../content/en/talking.generated.ts";
import type { Role } from "../../../values/role.ts";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { text } from "./text.ts";

/** One short part. */
export interface Part {
  readonly name: keyof typeof text.names;
  readonly Words: ComponentType;
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="stack stack-small">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Listening: the guide, then waiting and naming. */
function Listening() {
  return (
    <>
      <Guidance block={listenBasics} size="words" />
      <Guidance block={listenWait} />
      <Guidance block={listenValidate} />
    </>
  );
}

function Limits() {
  return (
    <>
      <Section title={text.unknown}>
        <Guidance block={talkLimits} size="words" />
      </Section>
      <Section title={text.silence}>
        <Guidance block={confExceptions} />
      </Section>
    </>
  );
}

function Duties() {
  return (
    <>
      <Guidance block={mentorDuties} size="words" />
      <ul>
        {itemTexts(confDuties).map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
    </>
  );
}

function SayingNo() {
  return (
    <>
      <Section title={text.suggestion}>
        <Guidance block={menteeChoose} />
      </Section>
      <Section title={text.topic}>
        <Guidance block={talkPause} size="words" />
      </Section>
    </>
  );
}

/** The parts in their order. */
export const partsFor: Readonly<Record<Role, ReadonlyArray<Part>>> = {
  mentor: [
    { name: "listening", Words: Listening },
    { name: "power", Words: () => <Guidance block={powerCard} size="words" /> },
    { name: "limits", Words: Limits },
    { name: "duties", Words: Duties },
  ],
  mentee: [
    { name: "leading", Words: () => <Guidance block={menteeLead} size="words" /> },
    { name: "no", Words: SayingNo },
  ],
};
