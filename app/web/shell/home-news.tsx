import { useSignal } from "@preact/signals";
import { AsksOnHome } from "../../features/programme/asks/asks-on-home.tsx";
import { UnfinishedOnHome } from "../../features/programme/enrolment/unfinished.tsx";
import { SuggestionsOnHome } from "../../features/programme/matching/proposals/suggestions-on-home.tsx";
import { me } from "../../features/programme/sign-in/api.ts";
import { lazily } from "../ui/lazily.tsx";
import { ContactOnHome } from "./contact-on-home.tsx";
import { ManagesOnHome } from "./manages-on-home.tsx";

const LeftOnHome = lazily(() => import("../../features/programme/leaving/on-home.tsx").then((m) => m.LeftOnHome));

const FinishedOnHome = lazily(() =>
  import("../../features/programme/finish/on-home.tsx").then((m) => m.FinishedOnHome),
);

/** Props of `NewsOnHome`. */
export interface NewsOnHomeProps {
  /** False while what stands above may still come; it is fetched meanwhile. */
  readonly isShown: boolean;
  /** Called once it is known what stands here: what comes below may be drawn then. */
  readonly onKnown: () => void;
}

/** What programmes have for me: those that I manage, what I have begun to join, and suggestions to answer. */
export function NewsOnHome({ isShown, onKnown }: NewsOnHomeProps) {
  const areKnown = useSignal(false);
  const hasLeft = me.value?.participations.some(({ state }) => state === "left") ?? false;
  const ends = me.value?.participations.some(({ finishesAt }) => finishesAt !== undefined) ?? false;
  return (
    <>
      {isShown && <ManagesOnHome />}
      {isShown && <ContactOnHome />}
      {isShown && <UnfinishedOnHome />}
      {isShown && hasLeft && <LeftOnHome />}
      {isShown && ends && <FinishedOnHome />}
      <SuggestionsOnHome
        isShown={isShown}
        onKnown={() => {
          areKnown.value = true;
          onKnown();
        }}
      />
      {isShown && areKnown.value && <AsksOnHome />}
    </>
  );
}
