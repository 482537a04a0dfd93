import { me } from "../sign-in/api.ts";
import { text } from "./text.ts";

/** On Home: the way to ask each programme that I take part in. */
export function AsksOnHome() {
  const places = (me.value?.participations ?? []).filter(({ state }) => state !== "left" && state !== "invited");
  return (
    <>
      {places.map(({ programmeId, programmeName }) => (
        <p key={programmeId}>
          <a href={`/ask/${programmeId}`}>
            {text.onHome}
            {places.length > 1 && `: ${programmeName}`}
          </a>
        </p>
      ))}
    </>
  );
}
