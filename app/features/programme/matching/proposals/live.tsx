import { useEffect, useRef } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";

/** Calls `refresh` whenever the live stream says that one of the person's suggestions has changed, while a screen is shown. */
export function useMatchFacts(refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    let shown = true;
    const watched = vault.watchFacts((fact) => {
      if (shown && fact.about === "match") latest.current();
    });
    return () => {
      shown = false;
      void watched.then((unwatch) => unwatch());
    };
  }, []);
}
