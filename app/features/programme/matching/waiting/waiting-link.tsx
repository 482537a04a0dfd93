import { text } from "./text.ts";

/** The way to the page for somebody who waits. */
export function WaitingLink({ programmeId }: { readonly programmeId: string }) {
  return <a href={`/waiting/${programmeId}`}>{text.link}</a>;
}
