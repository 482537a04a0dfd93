/** A person who uses the keyboard alone: Tab, Shift and Tab, Enter, Space, arrows and letters; no pointer, no field filled from outside. */
import type { Page } from "playwright-core";
import type { Visitor } from "./visitor.ts";

const mostTabs = 150;

/** What has the focus, in the words of a screen reader. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    const label = element.getAttribute("aria-label");
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    const labels = isField ? Array.from(element.labels ?? []) : [];
    const words = label ?? (labels.length > 0 ? labels.map((each) => each.textContent).join(" ") : element.textContent);
    return (words ?? "").replaceAll(/\s+/g, " ").trim();
  });
}

/** Fails where the focus cannot be seen. */
async function refuseUnseenFocus(page: Page, words: string): Promise<void> {
  const isSeen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const { top, bottom } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const beside = element.nextElementSibling ? getComputedStyle(element.nextElementSibling) : style;
    const isDrawn = [style, beside].some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none",
    );
    return isDrawn && bottom > 0 && top < innerHeight;
  });
  if (!isSeen) throw new Error(`the focus is on "${words}", and nobody can see it`);
}

/** Moves the focus to something by what it says; throws where Tab never comes there. */
export async function tabsTo(person: Visitor, name: string | RegExp): Promise<void> {
  const { page } = person;
  const fits = (words: string) =>
    typeof name === "string" ? words === name || words === `${name} (optional)` : name.test(words);
  const met: string[] = [];
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press("Tab");
    const words = await focused(page);
    if (fits(words)) return refuseUnseenFocus(page, words);
    met.push(words);
  }
  throw new Error(`Tab never comes to ${String(name)}; it met ${[...new Set(met)].join(" | ")}`);
}

/** Goes to a button, a link or a part that is folded away, and presses it. */
export async function keys(person: Visitor, name: string | RegExp): Promise<void> {
  await person
    .control(name)
    .or(person.page.locator("summary", { hasText: name }))
    .first()
    .waitFor();
  await tabsTo(person, name);
  await person.page.keyboard.press("Enter");
}

/** Goes to a field and types into it, sign by sign. */
export async function typesInto(person: Visitor, label: string | RegExp, words: string): Promise<void> {
  await person.field(label).waitFor();
  await tabsTo(person, label);
  await person.page.keyboard.type(words);
}

/** Goes to a tick and puts it. */
export async function ticksWithSpace(person: Visitor, label: string | RegExp): Promise<void> {
  await person.field(label).waitFor();
  await tabsTo(person, label);
  await person.page.keyboard.press("Space");
}
