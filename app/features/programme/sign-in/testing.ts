/** Asks for sign-in mails in tests, and reads mails and cookies. Imported by tests alone. */
import type { AccountId } from "../../../values/id.ts";
import type { TestServer } from "../../../server/testing.ts";
import { AskToSignIn } from "./schema.ts";

/** What stands in a mail, with the soft line breaks of its encoding taken out, where it has one. */
export function plainMail(mail: string): string {
  if (!/^content-transfer-encoding: quoted-printable/im.test(mail)) return mail;
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

let people = 0;

/** Somebody with an account of their own address. */
export async function someone(
  server: TestServer,
  name: string,
): Promise<{ readonly accountId: AccountId; readonly email: string }> {
  people += 1;
  const email = `${name.toLowerCase()}.${people}@northwind.example`;
  const { accountId } = await server.signIn(name, email);
  return { accountId, email };
}

/** A mail that somebody asked for: what it holds, and the cookie of the browser that asked. */
export interface AskedMail {
  readonly asking: string;
  readonly code: string;
  readonly token: string;
  readonly mail: string;
}

/** Asks for a mail and looks into it. */
export async function askFor(server: TestServer, email: string): Promise<AskedMail> {
  const before = new Set(await server.mails());
  const asked = await server.call(AskToSignIn, { body: { email } });
  const mail = (await server.mails()).find((text) => !before.has(text));
  if (mail === undefined || tokenIn(mail) === "")
    throw new Error(`no mail came to ${email}: ${asked.raw.body} ${JSON.stringify(mail)}`);
  return { asking: cookieOf(asked.raw, "oakroom-asked"), code: codeIn(mail), token: tokenIn(mail), mail };
}
