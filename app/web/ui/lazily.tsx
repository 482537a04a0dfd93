import { type ComponentChildren, type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A part of a screen whose code is fetched by itself. */
export interface Lazily<Props> {
  (props: Props): ComponentChildren;
  /** Fetches the code before the part is drawn; settles once it is here, or cannot be. */
  readonly fetch: () => Promise<void>;
}

/**
 * A part of a screen whose code comes after the screen's own; nothing stands in its place until then. Where it cannot be
 * fetched, the screen's error page says so; a part that may be missing answers the failure itself in `load`.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let fetched: Promise<ComponentType<Props>> | undefined;
  let Part: ComponentType<Props> | undefined;

  async function begin(): Promise<ComponentType<Props>> {
    try {
      Part = await load();
      return Part;
    } catch (error) {
      // The next try fetches again: the network may be back.
      fetched = undefined;
      throw error;
    }
  }
  const once = () => (fetched ??= begin());

  function LazyPart(props: Props): ComponentChildren {
    const [, setState] = useState<"here" | undefined>(undefined);
    const [failure, setFailure] = useState<Error | undefined>(undefined);
    useEffect(() => {
      // Also where the code came after this was drawn and before it was looked at here: nothing else would draw it again.
      once().then(
        () => setState("here"),
        (error: unknown) =>
          setFailure(error instanceof Error ? error : new Error("A part's code threw something else")),
      );
    }, []);
    if (failure) throw failure;
    return Part ? h(Part, props) : null;
  }

  async function fetch(): Promise<void> {
    try {
      await once();
    } catch {
      // Whoever draws the part is told.
    }
  }
  return Object.assign(LazyPart, { fetch });
}
