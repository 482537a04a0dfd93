/** The mail server is down, says "later", or takes mails and never answers; then it works again. Times are those of a moved clock. */
import { type Mailer, makeMailer } from "../../app/server/mail/mailer.ts";
import { MailDouble } from "../../app/server/mail/testing.ts";
import { minute, second } from "../../app/values/instant.ts";
import { between, oneOf } from "./dice.ts";
import type { Fault, Found, Trial } from "./fault.ts";
import { jobPlace } from "./job-place.ts";

const breach = "what the mail server did not take counts as sent";
const mails = 20;
/** Short where no answer comes anyway; a mail that came twice is seen to be one then. */
const patienceMs = { down: 20_000, refuses: 20_000, hangs: 300 } as const;
const settings = { mailFrom: "Oakroom <oakroom@localhost>", origin: "http://localhost:8480", dataFolder: "" };

/** One outage; broken promises in words. */
async function outage({ engine, roll, isBreached }: Trial) {
  const place = await jobPlace(engine, 60 * second);
  const how = oneOf(roll, ["down", "refuses", "hangs"] as const);
  let smtp = new MailDouble();
  const port = await smtp.listen();
  const mailer: Mailer = makeMailer({ ...settings, smtpUrl: `smtp://127.0.0.1:${port}` }, patienceMs[how]);
  const run = ({ effect_key }: { readonly effect_key: string }) => {
    const sent = mailer.send({ to: "ana@example.org", subject: "Hello", text: "Hello", effectKey: effect_key });
    return isBreached ? sent.catch(() => undefined) : sent;
  };
  const keys = Array.from({ length: mails }, (_, number) => `mail-${number}`);
  try {
    if (how === "down") await smtp.close();
    else smtp.mode = how;
    await place.add(keys);
    await place.runDue(run);
    place.pass(between(roll, 1, 30) * second);
    await place.runDue(run);
    if (how === "down") {
      smtp = new MailDouble();
      await smtp.listen(port);
    }
    smtp.mode = "takes";
    const tookMs = await place.runOut(run);
    const violations = keys.flatMap((key) => {
      const times = smtp.received.filter((id) => id === `<${key}@localhost>`).length;
      // One that was taken without an answer comes again with the id of the first, by which mailboxes know it.
      return times === 1 || (how === "hangs" && times > 1) ? [] : [`${how}: a mail came ${times} times`];
    });
    const { done } = await place.states();
    if (done !== mails) violations.push(`${how}: ${done} of ${mails} mails are done`);
    if (tookMs > 10 * minute) violations.push(`${how}: mails went out ${tookMs} ms after it was back`);
    return { violations, tookMs };
  } finally {
    mailer.close();
    await smtp.close();
    await place.end();
  }
}

async function attempt(trial: Trial): Promise<Found> {
  const found = [];
  for (let run = 0; run < trial.runs; run += 1) found.push(await outage(trial));
  return {
    violations: found.flatMap(({ violations }) => violations),
    recoveriesMs: found.map(({ tookMs }) => tookMs),
    remark: `${trial.runs * mails} mails, times by a moved clock`,
  };
}

/** A mail server that fails. */
export const fault: Fault = {
  promise: "no mail is lost, none comes twice under two ids, and all are out soon after it is back",
  breach,
  engines: ["sqlite", "postgres"],
  runs: 30,
  attempt,
};
