/*
 * The one part of the host that rules, schemas and texts may name: zod's types speak of URL. It is a type alone, so no
 * address can be made or fetched there. Without it the compiler would take the name for `any` and say nothing.
 */

interface URL {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
}
