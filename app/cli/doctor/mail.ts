/** Whether mail can be sent. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import nodemailer from "nodemailer";
import type { Config } from "../../server/config.ts";
import { type Finding, good, look, wrong } from "./finding.ts";
import { codeOf } from "../../values/error-code.ts";

const timeoutMs = 5000;

/** Knocks at the mail server without sending anything; without one, counts the mails in the outbox. */
export async function checkMail(config: Pick<Config, "smtpUrl" | "dataFolder">): Promise<Finding> {
  if (config.smtpUrl === undefined) {
    const folder = join(config.dataFolder, "outbox");
    const waiting = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".eml")).length : 0;
    return look("mail", `OAKROOM_SMTP_URL is not set: mails become files; ${waiting} in ${folder}`);
  }
  const { host } = new URL(config.smtpUrl);
  const transport = nodemailer.createTransport({
    url: config.smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    await transport.verify();
    return good("mail", `${host} takes mail`);
  } catch (error) {
    const code = codeOf(error);
    return wrong(
      "mail",
      code === "EAUTH"
        ? `${host} does not accept the user or password in OAKROOM_SMTP_URL`
        : `${host} does not answer as a mail server; look at OAKROOM_SMTP_URL`,
    );
  } finally {
    transport.close();
  }
}
