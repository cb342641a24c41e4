import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Block } from '../../bot/message.ts';
import { Badges } from '../badges.tsx';
import { texts } from '../texts.ts';
import { CitationLink } from './citationLink.tsx';
import { CopyButton } from './copyButton.tsx';
import { Succession } from './succession.tsx';

/** A quote longer than this is folded at first. */
const foldedFrom = 900;

/** The exact words of a source, with the way into its document. */
export function Quote({ block }: { readonly block: Extract<Block, { kind: 'quote' }> }): JSX.Element {
  const { citation, index, label } = block;
  const [folded, setFolded] = useState(citation.quote.length > foldedFrom);
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
      <Succession citation={citation} />
      <figcaption>
        <CitationLink citation={citation} label={label} />
        <CopyButton text={`“${citation.quote}”\n(${label})`} meaning={texts.copyMeaning(index)} />
      </figcaption>
    </figure>
  );
}
