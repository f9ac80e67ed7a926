import { type ComponentType, lazy, useState } from 'react';

/** A part of the window in a file of its own. */
export interface LatePart<Props> {
  Part: ComponentType<Props>;
  /** Loads the part before it is shown; one that cannot be loaded says so when it is to be shown. */
  preload: () => Promise<void>;
}

/**
 * One that is loaded before it is shown is drawn at once; of one that comes late React draws nothing first, and then nothing
 * else for 300 ms.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async () => {
    loaded ??= await load();
    return { default: loaded };
  };
  const Late = lazy(loadOnce);
  return {
    Part(props: Props) {
      const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Late);
      return <Shown {...props} />;
    },
    preload: () =>
      loadOnce().then(
        () => {},
        () => {},
      ),
  };
}

/** Loads parts one after another, each once the window has nothing better to do. */
export async function preloadWhenIdle(
  parts: readonly Pick<LatePart<never>, 'preload'>[],
  whenIdle: () => Promise<void> = windowIdle,
): Promise<void> {
  for (const { preload } of parts) {
    await whenIdle();
    await preload();
  }
}

function windowIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}
