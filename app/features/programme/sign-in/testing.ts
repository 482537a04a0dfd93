/** Reads sign-in mails and cookies in tests. Imported by tests alone. */

/** What stands in a mail, with the soft line breaks of its encoding taken out. */
export function plainMail(mail: string): string {
  return mail.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
}

/** The token of the link in a mail. */
export function tokenIn(mail: string): string {
  return /#t=([\w-]{43})/.exec(plainMail(mail))?.[1] ?? "";
}

/** The six digits in a mail. */
export function codeIn(mail: string): string {
  return /Your code: (\d{3}) (\d{3})/.exec(plainMail(mail))?.slice(1).join("") ?? "";
}

/** A cookie that an answer sets, as the browser would send it back. */
export function cookieOf(raw: { readonly headers: Readonly<Record<string, unknown>> }, name: string): string {
  const set = [raw.headers["set-cookie"]].flat().map(String);
  return set.find((cookie) => cookie.startsWith(`${name}=`))?.split(";")[0] ?? "";
}
