/** The token of a link out of a mail. It stands behind the #, so that no log ever holds it. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const start = "#t=";

/** The token in a fragment; empty where there is none. */
export function tokenIn(hash: string): string {
  return hash.startsWith(start) ? hash.slice(start.length) : "";
}

/** True where a token has the form of ours, 32 bytes as base64url: nothing else is worth asking about. */
export function isToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/** The token of the link that led to this page; empty where none did. From here on it is in memory alone. */
export function useLinkToken(): ReadonlySignal<string> {
  const token = useSignal(tokenIn(globalThis.location?.hash ?? ""));
  useEffect(() => {
    const take = () => {
      if (!location.hash.startsWith(start)) return;
      token.value = tokenIn(location.hash);
      // Neither the address bar nor the history need to show it.
      history.replaceState(history.state, "", location.pathname);
    };
    take();
    // A link opened again in this tab changes the fragment alone, and loads nothing.
    globalThis.addEventListener("hashchange", take);
    return () => globalThis.removeEventListener("hashchange", take);
  }, [token]);
  return token;
}
