import { useLayoutEffect, useRef } from "preact/hooks";

/** Names the heading of a draft. */
export const draftHeading = "draft-heading";
/** Names the heading above the pairs that were asked. */
export const askedHeading = "asked-heading";

/**
 * Leads the focus to what an act brought, where the button that was pressed is gone by it: to the draft that was made, or to the pairs
 * that were asked. Whoever is somewhere else on the page stays there.
 */
export function useFocusOnResult(draftId: string | undefined): void {
  const before = useRef(draftId);
  useLayoutEffect(() => {
    if (before.current === draftId) return;
    before.current = draftId;
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    const result = document.querySelector<HTMLElement>(`#${draftId === undefined ? askedHeading : draftHeading}`);
    (result ?? document.querySelector<HTMLElement>("main h1"))?.focus();
  }, [draftId]);
}
