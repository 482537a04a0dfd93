/** What is asked of a file before anything of it is read. */

/** A file of more bytes holds no release. */
export const longestRelease = 100_000;
