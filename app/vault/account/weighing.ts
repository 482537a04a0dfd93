/** What weighs a passphrase and makes one, with all that it needs: fetched on the day on which somebody chooses one. */
export { generatePassphrase, refusePassphrase } from "@oakroom/crypto";
