import { useEffect, useState } from 'preact/hooks';
import { RequestError } from './api.ts';

export type Loaded<T> = { readonly value: T } | { readonly problem: string } | null;

/** Loads again whenever `key` changes; `null` while it is under way. `otherwise` is said where the server gave no reason. */
export function useLoaded<T>(
  key: unknown,
  load: (signal: AbortSignal) => Promise<T>,
  otherwise: string,
): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>(null);
  useEffect(() => {
    const controller = new AbortController();
    setLoaded(null);
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setLoaded({ value });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const told = error instanceof RequestError ? error.sentence : null;
        setLoaded({ problem: told ?? otherwise });
      },
    );
    return () => controller.abort();
  }, [key]);
  return loaded;
}
