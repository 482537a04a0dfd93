/** Whether Oakroom can work at the address at which a browser opened it. */

/** What a browser knows of where it is. */
export interface Here {
  /** Scheme, host and port of this page. */
  readonly origin: string;
  /** Whether the browser offers encryption here: at https addresses, and on this machine. */
  readonly isSecure: boolean;
}

/** What the server says of its address. */
export interface Site {
  readonly origin: string;
  readonly originIsSecure: boolean;
}

/**
 * "no-encryption": rooms cannot open here, nor where the operator wants them. "elsewhere": this is not the address that the
 * operator set; the server takes nothing from here, and it works there.
 */
export type AddressTrouble = "no-encryption" | "elsewhere";

/** What is wrong with the address; `undefined` where nothing is. */
export function addressTrouble(here: Here, site: Site): AddressTrouble | undefined {
  if (here.origin !== site.origin && site.originIsSecure) return "elsewhere";
  return here.isSecure ? undefined : "no-encryption";
}

/** Whether there is reason to ask the server at all: most pages stand where they should, and need no further request. */
export function mayBeWrong({ origin, isSecure }: Here): boolean {
  return !isSecure || /^https?:\/\/(?:127\.|\[|0\.0\.0\.0)/.test(origin);
}
