/** Letters as the vault offers them: what seals and opens them is fetched with the first. */
import type { Keeper } from "./keeper.ts";
import type { LetterVault } from "./letters.ts";

const desk = () => import("./letter-desk.ts");

/** The letters of whoever is unlocked. */
export function letterVault(keeperNow: () => Keeper | undefined): LetterVault {
  async function withKeeper<Answer>(
    use: (keeper: Keeper, made: Awaited<ReturnType<typeof desk>>) => Promise<Answer>,
  ): Promise<Answer | "locked"> {
    const keeper = keeperNow();
    return keeper ? use(keeper, await desk()) : "locked";
  }
  return {
    fingerprint: async () => {
      const keeper = keeperNow();
      return keeper && (await desk()).ownFingerprint(keeper);
    },
    meetPerson: (account, bundles) => withKeeper((keeper, { meetPerson }) => meetPerson(keeper, account, bundles)),
    takeCompared: (account, offered) =>
      withKeeper((keeper, { takeCompared }) => takeCompared(keeper, account, offered)),
    sealLetter: (letter) => withKeeper((keeper, { writeLetter }) => writeLetter(keeper, letter)),
    openLetter: (letter) => withKeeper((keeper, { readLetterOf }) => readLetterOf(keeper, letter)),
  };
}
