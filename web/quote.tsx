import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../bot/message.ts';
import { Badges } from './badges.tsx';
import { copyText } from './clipboard.ts';
import { Icon } from './icons.tsx';
import { followLink } from './navigation.ts';
import { writeRoute } from './route.ts';
import { texts } from './texts.ts';

/** A quote longer than this is folded at first. */
const foldedFrom = 900;

function CopyButton({ text, meaning }: { readonly text: string; readonly meaning: string }): JSX.Element {
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

/** The exact words of a source, with the way into its document. */
export function Quote({ block }: { readonly block: Extract<Block, { kind: 'quote' }> }): JSX.Element {
  const { citation, index, label } = block;
  const [folded, setFolded] = useState(citation.quote.length > foldedFrom);
  const span = { start: citation.start, end: citation.end };
  const address = writeRoute({ kind: 'document', id: citation.directiveId, span });
  return (
    <figure class="quote">
      <div class="quote-head">
        <span class="quote-number">{texts.source(index)}</span>
        <Badges {...citation} />
      </div>
      <blockquote class={folded ? 'folded' : ''}>{citation.quote}</blockquote>
      {citation.quote.length > foldedFrom && (
        <button type="button" class="button quiet" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? texts.showAll : texts.showLess}
        </button>
      )}
      <figcaption>
        <a class="citation" href={address} onClick={followLink}>
          <span class="visually-hidden">{texts.openCitation} </span>
          <span>{label}</span>
          <Icon name="open" />
        </a>
        <CopyButton text={`“${citation.quote}”\n(${label})`} meaning={texts.copyMeaning(index)} />
      </figcaption>
    </figure>
  );
}
