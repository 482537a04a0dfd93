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

/** A page or an agreement: its headings are marked in the text as Markdown has them. */
function pageOf({ title, text: words, at }: KeepsakeShown["pages"][number]): HTMLElement {
  const made = document.createElement("article");
  const parts = words.split(/^(#{1,6} .*)$/mu).filter((part) => part.trim() !== "");
  made.append(
    element("h3", title),
    element("small", dayOf(at)),
    ...parts.map((part) =>
      /^#{1,6} /.test(part) ? element("h4", part.replace(/^#+ /, "")) : element("p", part.trim()),
    ),
  );
  return made;
}

function written({ at, label, words, isSigned }: KeptWords): HTMLElement {
  const isChanged = words.length === 0 && !isSigned;
  const head = [label, dayOf(at), isSigned || isChanged ? "" : text.unsigned].filter((each) => each !== "").join(", ");
  return article(head, isChanged ? [text.changed] : words);
}

function section(title: string, parts: ReadonlyArray<HTMLElement>): ReadonlyArray<HTMLElement> {
  return parts.length === 0 ? [] : [element("h2", title), ...parts];
}

/** Under the session on whose day, or after which, they were written. */
function bySession(all: ReadonlyArray<KeptWords>, sessions: ReadonlyArray<string>): ReadonlyArray<HTMLElement> {
  // A day begins by the clock of whoever reads, as the dates of the entries do.
  const starts = [Number.NEGATIVE_INFINITY, ...sessions.map((day) => Date.parse(`${day}T00:00:00`))];
  return starts.flatMap((from, nth) => {
    const until = starts[nth + 1] ?? Number.POSITIVE_INFINITY;
    const here = all.filter(({ at }) => at >= from && at < until);
    if (here.length === 0) return [];
    const heading = nth > 0 ? text.session(nth, dayOf(from)) : sessions.length > 0 ? text.before : "";
    return heading === "" ? here.map(written) : [element("h3", heading), ...here.map(written)];
  });
}

function show({ names: [mine, other], madeAt, mine: own, theirs, pages, sessions }: KeepsakeShown): void {
  const isWhole = [...own, ...theirs].every(({ isSigned, words }) => isSigned || words.length > 0);
  place?.replaceChildren(
    element("h1", text.heading(mine, other)),
    element("p", isWhole ? `${text.made(dayOf(madeAt))} ${text.signed}` : text.made(dayOf(madeAt))),
    ...section(text.mine(mine), bySession(own, sessions)),
    ...section(text.theirs(other), theirs.map(written)),
    ...section(text.pages, pages.map(pageOf)),
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
