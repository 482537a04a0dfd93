import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { startVault, stopVault, vault } from "../../../../vault/browser/client.ts";
import { me, standing } from "../../sign-in/api.ts";

let follows = false;

/** The vault listens to the live stream; it runs while somebody is signed in, whichever screen asks first. */
function followPerson(): void {
  if (follows) return;
  follows = true;
  effect(() => {
    const person = me.value?.accountId;
    if (person) startVault(person);
    else if (standing.value.kind === "signed-out") stopVault();
  });
}

/** Calls `refresh` whenever the live stream says that one of the person's suggestions has changed, while a screen is shown. */
export function useMatchFacts(refresh: () => void): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    let shown = true;
    followPerson();
    const watched = vault.watchFacts((fact) => {
      if (shown && fact.about === "match") latest.current();
    });
    return () => {
      shown = false;
      void watched.then((unwatch) => unwatch());
    };
  }, []);
}
