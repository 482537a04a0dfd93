/**
 * The one Trusted Types policy, `oakroom`: it makes script addresses for our workers and nothing else.
 * Everything that could run as code from a string stays refused by the browser.
 */

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

declare global {
  // Not in every browser, and not in TypeScript's own library.
  var trustedTypes: PolicyFactory | undefined;
}

const allowed = /^\/(?:assets\/worker-[\w-]+\.js|service-worker\.js)$/;

/** Gives the address back when it is one of our own workers; throws for any other. Exported for its test. */
export function ownWorkerAddress(address: string, origin: string): string {
  const url = new URL(address, origin);
  if (url.origin !== origin || !allowed.test(url.pathname)) throw new TypeError("This is no worker of Oakroom");
  return url.href;
}

const rules = { createScriptURL: (address: string) => ownWorkerAddress(address, location.origin) };
let policy: ScriptPolicy | undefined;

/** An address that `new Worker` and the registration of the service worker accept under Trusted Types. */
export function workerAddress(address: string): string {
  policy ??= globalThis.trustedTypes?.createPolicy("oakroom", rules) ?? rules;
  // At run time a TrustedScriptURL, where the browser has them; the DOM library knows text alone.
  return policy.createScriptURL(address);
}
