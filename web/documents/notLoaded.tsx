import type { JSX } from 'preact';
import { texts } from './texts.ts';

type NotLoadedProps = { readonly loaded: { readonly problem: string } | null };

/** What a page shows as long as it is loading, and where it could not be loaded. */
export function NotLoaded({ loaded }: NotLoadedProps): JSX.Element {
  if (loaded === null) return <p class="hint">{texts.loading}</p>;
  return (
    <p class="said warning" role="alert">
      {loaded.problem}
    </p>
  );
}
