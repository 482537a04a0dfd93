/**
 * @param {string} version such as "v24.15.0", "24.15.0" or "24"
 * @returns {[number, number, number]}
 */
function parts(version) {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, "").split(/[.-]/).map(Number);
  return [major, minor, patch];
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {number} below zero when a is older than b
 */
function compare(a, b) {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether a version of Node suits `engines` of package.json. Knows the two forms that stand there, `^1.2.3` and
 * `>=1.2.3`, joined by `||`; throws on any other, so that a new form is not taken for a yes.
 * @param {string} version
 * @param {string} range
 * @returns {boolean}
 */
export function suits(version, range) {
  const is = parts(version);
  return range.split("||").some((alternative) => {
    const form = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(alternative.trim());
    if (form === null)
      throw new Error(`engines in package.json has a form that start.mjs does not know: ${alternative}`);
    const floor = parts(form[2] ?? "");
    return compare(is, floor) >= 0 && (form[1] === ">=" || is[0] === floor[0]);
  });
}

/**
 * The major of a version.
 * @param {string} version
 * @returns {number}
 */
export function majorOf(version) {
  return parts(version)[0];
}
