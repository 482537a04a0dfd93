/**
 * The code inside a keepsake: asks for the passphrase, opens what lies in the page, checks the signatures, and shows it.
 * It is built into one script of its own, and knows nothing but the page it stands in.
 */
import { fromBase64url } from "../../../../values/bytes.ts";
import { type KeepsakeShown, type KeptWords, openKeepsake } from "../../../../vault/files/keepsake.ts";
import { insideText as text } from "./text.ts";

const place = document.querySelector<HTMLElement>("#keepsake");
const form = document.querySelector("form");
const field = document.querySelector("input");
const said = document.querySelector("[role=status]");

function say(words: string): void {
  if (said) said.textContent = words;
}

function element(name: string, words: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

const dayOf = (at: number) => new Date(at).toLocaleDateString(undefined, { dateStyle: "long" });

function article(head: string, words: ReadonlyArray<string>): HTMLElement {
  const made = document.createElement("article");
  made.append(element("small", head), ...words.map((each) => element("p", each)));
  return made;
}

function written({ at, words, isSigned }: KeptWords): HTMLElement {
  const isChanged = words.length === 0 && !isSigned;
  return article(`${dayOf(at)}, ${isSigned ? text.signed : text.unsigned}`, isChanged ? [text.changed] : words);
}

function section(title: string, articles: ReadonlyArray<HTMLElement>): ReadonlyArray<HTMLElement> {
  return articles.length === 0 ? [] : [element("h2", title), ...articles];
}

function show({ names: [mine, other], madeAt, mine: own, theirs, pages }: KeepsakeShown): void {
  place?.replaceChildren(
    element("h1", text.heading(mine, other)),
    element("p", text.made(dayOf(madeAt))),
    ...section(
      text.pages,
      pages.map((page) => article(`${page.title} ${dayOf(page.at)}`, [page.text])),
    ),
    ...section(text.mine(mine), own.map(written)),
    ...section(text.theirs(other), theirs.map(written)),
  );
}

async function open(): Promise<void> {
  say(text.opening);
  const closed = fromBase64url(place?.dataset["closed"] ?? "");
  const shown = closed && (await openKeepsake(closed, field?.value ?? ""));
  if (typeof shown === "object") show(shown);
  else say(text.refused);
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void open();
});
