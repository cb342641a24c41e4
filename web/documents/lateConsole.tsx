import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleProps } from './console.tsx';
import { texts } from './texts.ts';

/** The console, fetched when somebody comes to it: most people never do. */
export function LateConsole(props: ConsoleProps): JSX.Element {
  const [loaded, setLoaded] = useState<FunctionComponent<ConsoleProps> | null | 'failed'>(null);
  useEffect(() => {
    import('./console.tsx').then(
      ({ Console }) => setLoaded(() => Console),
      () => setLoaded('failed'),
    );
  }, []);
  if (loaded === null || loaded === 'failed') {
    return (
      <main class="manage" aria-label={texts.manage}>
        <p class="manage-inner">{loaded === null ? texts.loading : texts.failed}</p>
      </main>
    );
  }
  const Console = loaded;
  return <Console {...props} />;
}
