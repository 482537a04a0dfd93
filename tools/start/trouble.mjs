/** A reason not to go on that a person can act on: one line, and the exit code that goes with it. */
export class Trouble extends Error {
  /**
   * @param {string} message one line that says what to do
   * @param {number} exitCode 1 when something failed, 2 when something is missing or wrong, 128 + n after a signal
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/**
 * Says in one line why npm failed, from what it printed.
 * @param {string} aim what was to be done, as in "install its parts"
 * @param {string} output all that npm wrote
 * @returns {string}
 */
export function explainNpm(aim, output) {
  const start = `Oakroom could not ${aim}: `;
  const network = noNetwork.exec(output);
  if (network) return `${start}no way to the package registry (${network[0]}). Check the network, then try again.`;
  if (/ENOSPC/.test(output)) return `${start}the disk is full (ENOSPC).`;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `${start}this user may not write to the folder (${/EACCES|EPERM|EROFS/.exec(output)?.[0]}).`;
  const lines = output.split("\n").map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim());
  const first = output
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim())
    .find((line) => line !== "" && !/^code\s/.test(line));
  return `${start}${first ?? lines.find((line) => line !== "") ?? "npm said nothing"}`;
}
