/** The fast Argon2id, in WebAssembly. A module of its own, so that it loads when a passphrase is typed and not before. */
export { argon2id } from "hash-wasm";
