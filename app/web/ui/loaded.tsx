import type { ComponentChildren } from "preact";
import type { Load } from "../client/load.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";

/** Props of `Loaded`. */
export interface LoadedProps<Value> {
  readonly of: Load<Value>;
  /** In the shape of what will come; three lines unless told. */
  readonly skeleton?: ComponentChildren;
  readonly children: (value: Value) => ComponentChildren;
}

/** Draws what `useLoad` fetched: nothing for 300 ms, then a skeleton, then the value, or a calm line with *Try again*. */
export function Loaded<Value>({ of, skeleton, children }: LoadedProps<Value>) {
  const state = of.state.value;
  if (state.kind === "ready") return <>{children(state.value)}</>;
  if (state.kind === "slow") return <>{skeleton ?? <Skeleton />}</>;
  if (state.kind === "waiting") return <div class="loaded-waiting" aria-busy="true" />;
  return (
    <Notice
      kind="care"
      announce
      actions={
        <Button kind="plain" onClick={of.again}>
          Try again
        </Button>
      }
    >
      {state.text}
    </Notice>
  );
}
