/** Contacts for concerns: two in the same organisation, two from outside. */
import type { Visitor } from "./visitor.ts";

/** Both report, at some depth, to one mentor. */
export const atWork = [
  { name: "Tilde Holm", email: "tilde.holm@northwind.example" },
  { name: "Paul Okafor", email: "paul.okafor@northwind.example" },
];
/** Would rather not. */
export const rosa = { name: "Rosa Lima", email: "rosa.lima@elsewhere.example" };
/** Is ready. */
export const outside = { name: "Lena Brandt", email: "lena.brandt@elsewhere.example" };
/** The six words that a contact reads on a page of their own. */
export const ownWords = async ({ page }: Visitor) => (await page.locator("figure code").first().textContent()) ?? "";
