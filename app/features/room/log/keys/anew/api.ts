/** Calls about beginning anew, from the browser. */
import { call } from "../../../../../web/client/client.ts";
import { ReadLoss } from "./schema.ts";

/** Whether somebody began anew in the caller's name, and from when on it can be begun. */
export const readLoss = () => call(ReadLoss, {});
