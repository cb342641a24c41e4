import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { copyText } from './clipboard.ts';

/** Copies `text` and says for a moment whether it could; `meaning` tells those who only hear the button what it copies. */
export function CopyButton({
  text,
  meaning,
}: {
  readonly text: string;
  readonly meaning: string;
}): JSX.Element {
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  useEffect(() => {
    if (state === 'copy') return;
    const timer = setTimeout(() => setState('copy'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <button
      type="button"
      class="button quiet copy"
      aria-label={state === 'copy' ? meaning : texts[state]}
      onClick={async () => setState((await copyText(text)) ? 'copied' : 'copyFailed')}
    >
      <Icon name={state === 'copied' ? 'done' : 'copy'} />
      <span>{texts[state]}</span>
    </button>
  );
}
