/** What was typed in the set-up outlives a reload: in this tab alone, and without the token of the link. */
import * as z from "zod/mini";
import { personDraft } from "../draft.tsx";
import { leastContacts, mostContacts, variants } from "../rules.ts";
import { type Answers, newAnswers } from "./questions.tsx";

const place = "oakroom.set-up";

const Kept = z.object({
  at: z.int().check(z.gte(0), z.lte(5)),
  texts: z.array(z.string()),
  ticks: z.array(z.boolean()),
  kind: z.enum(["", "cohort", "rolling"]),
  variant: z.enum(["", ...variants]),
});

const textsOf = ({ name, email, organisation, programme }: Answers) => [
  name,
  email,
  organisation,
  programme.name,
  programme.startsOn,
  programme.endsOn,
  ...programme.contacts.value.flatMap((contact) => [contact.name, contact.email]),
];
const ticksOf = ({ adultsOnly, programme }: Answers) => [adultsOnly, programme.contactsApart];

/** The answers of this tab and the page they had come to; empty ones where there are none. */
export function keptAnswers(): { readonly answers: Answers; readonly at: number } {
  const answers = newAnswers();
  const kept = readKept();
  if (!kept) return { answers, at: 0 };
  const { contacts } = answers.programme;
  // Each contact is a name and an address, behind everything else.
  const more = (kept.texts.length - textsOf(answers).length) / 2;
  for (let one = 0; one < Math.min(more, mostContacts - leastContacts); one += 1)
    contacts.value = [...contacts.value, personDraft()];
  for (const [at, text] of textsOf(answers).entries()) text.value = kept.texts[at] ?? "";
  for (const [at, tick] of ticksOf(answers).entries()) tick.value = kept.ticks[at] ?? false;
  answers.programme.kind.value = kept.kind;
  answers.programme.variant.value = kept.variant;
  return { answers, at: kept.at };
}

/** Whether something was typed in this tab. */
export const hasKept = (): boolean => readKept()?.texts.some((text) => text !== "") ?? false;

/** Keeps what stands on the pages now; an effect that calls it runs again with each key. */
export function keepAnswers(answers: Answers, at: number): void {
  const kept: z.infer<typeof Kept> = {
    at,
    texts: textsOf(answers).map(({ value }) => value),
    ticks: ticksOf(answers).map(({ value }) => value),
    kind: answers.programme.kind.value,
    variant: answers.programme.variant.value,
  };
  try {
    sessionStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // Without storage a reload forgets them.
  }
}

/** Forgets them: Oakroom is set up. */
export function dropKept(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Without storage there is nothing to forget.
  }
}

function readKept(): z.infer<typeof Kept> | undefined {
  try {
    return z.safeParse(Kept, JSON.parse(sessionStorage.getItem(place) ?? "null")).data;
  } catch {
    return undefined;
  }
}
