/** Tells from the answers to ordinary calls whether there is a connection, and whether somebody is signed in. */
import type { Reply, VaultServer } from "../host.ts";
import type { InputOf, Operation } from "../../values/operation.ts";

/** What an answer says about the connection. */
export type Heard = "online" | "offline" | "signed-out";

/** The same server, with somebody listening to how it answers. */
export function observe(server: VaultServer, onHeard: (heard: Heard) => void): VaultServer {
  return {
    async call<const O extends Operation>(operation: O, input: InputOf<O>): Promise<Reply<O>> {
      const reply = await server.call(operation, input);
      onHeard(reply.kind === "offline" || reply.kind === "signed-out" ? reply.kind : "online");
      return reply;
    },
    listen: (listener, signal) => server.listen(listener, signal),
  };
}
