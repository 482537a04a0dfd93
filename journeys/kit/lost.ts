/** Losing every key and coming back, as people do it in the browser. */
import type { TwoWithARoom } from "./fixtures.ts";
import { comes, type Visitor } from "./visitor.ts";

/** Somebody who has lost every key, with the passphrase of the new ones. */
export interface Beginner {
  readonly visitor: Visitor;
  readonly passphrase: string;
}

/** Says on a browser that was never here before that everything is lost, and makes new keys. */
export async function makesNewKeys(
  { oakroom, room }: TwoWithARoom,
  person: TwoWithARoom["leila"],
  before?: (visitor: Visitor) => Promise<void>,
): Promise<Beginner> {
  const visitor = await comes(oakroom, { name: person.name, email: person.email });
  await visitor.signsIn();
  await visitor.visits(`/rooms/${room}`);
  await visitor.sees("Unlock your rooms");
  await visitor.unfolds("I have neither. What now?");
  await before?.(visitor);
  await visitor.presses("I have lost everything: begin anew");
  await visitor.sees("Begin anew");
  await visitor.reads("stays closed for good");
  await visitor.looksAround("begin anew");
  await visitor.presses("Make new keys");
  await visitor.sees("The key to your room");
  const passphrase = visitor.page.locator("#passphrase").filter({ hasText: /\w \w/ });
  const words = (await passphrase.textContent()) ?? "";
  await visitor.presses("Make my keys");
  await visitor.sees("Your recovery code");
  await visitor.presses("I have kept it");
  await visitor.visits(`/rooms/${room}`);
  return { visitor, passphrase: words.trim() };
}

/** The same of Leila, whose room then waits for Ingrid. */
export async function beginsAnew(two: TwoWithARoom, before?: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
  const { visitor } = await makesNewKeys(two, two.leila, before);
  await visitor.reads("This room waits for Ingrid");
  return visitor;
}

/** One reads their six words out, the other types them in. */
export async function compares(one: Visitor, other: Visitor, room: string): Promise<void> {
  for (const person of [one, other]) await person.visits(`/rooms/${room}/words`);
  for (const [me, them] of [
    [one, other],
    [other, one],
  ] as const) {
    await them.sees("Compare the matching words");
    await them.page.locator(".words-mine li").first().waitFor();
    const words = await them.page.locator(".words-mine li").allTextContents();
    for (const [at, word] of words.entries()) await me.types(`Word ${at + 1}`, word);
    await me.presses("Compare");
    await me.reads(/have compared the words/);
  }
}
