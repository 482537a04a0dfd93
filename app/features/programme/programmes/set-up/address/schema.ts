/** Confirming the first manager's address before Oakroom is set up: by six digits that arrive by mail. */
import * as z from "zod/mini";
import { operation } from "../../../../../values/operation.ts";
import { FirstManager } from "../../schema.ts";
import { SetUpToken } from "../schema.ts";

/** Sends six digits to the address of whoever holds the set-up link. */
export const AskSetUpCode = operation({
  id: "askSetUpCode",
  method: "POST",
  path: "/set-up/address",
  summary: "Ask for six digits by mail, to see that the first manager's address is right",
  body: z.strictObject({ token: SetUpToken, manager: FirstManager }),
  answer: z.object({
    /** False where no mail server is set: then the mail lies in the outbox of the data folder. */
    goesOut: z.boolean(),
    /** True where this address was confirmed with this link before; then no mail goes. */
    isConfirmed: z.boolean(),
  }),
  refusals: ["no-longer-valid", "too-many-tries"],
});

/** Says whether the digits are those of the newest mail that this browser asked for; then the set-up may end with this address. */
export const ConfirmSetUpAddress = operation({
  id: "confirmSetUpAddress",
  method: "POST",
  path: "/set-up/address/code",
  summary: "Show that the first manager's address is right, with the six digits of the mail",
  body: z.strictObject({ token: SetUpToken, code: z.string().check(z.regex(/^\d{6}$/)) }),
  refusals: ["no-longer-valid", "wrong-code", "too-many-tries", "expired"],
});
