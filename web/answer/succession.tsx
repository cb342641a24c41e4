import type { JSX } from 'preact';
import { type Citation, writeChange, writeDate } from '../../domain/citation.ts';
import type { Change } from '../../domain/validity.ts';
import { texts } from '../texts.ts';
import { CitationLink } from './citationLink.tsx';

const words = texts.succession;

function sayHow({ kind, since }: Change, hasEnded: boolean): string | null {
  const isRepeal = kind === 'repeals';
  if (hasEnded) return isRepeal ? words.repealed : words.replaced;
  if (since === null) return null;
  return (isRepeal ? words.comingRepeal : words.coming)(writeDate(since));
}

/** The way from quoted words to what has ended them, or is going to. */
export function Succession({ citation }: { readonly citation: Citation }): JSX.Element | null {
  const { supersededBy: by, validity } = citation;
  const how = by === null ? null : sayHow(by, validity === 'superseded');
  if (by === null || how === null) return null;
  return (
    <p class="succession">
      <span>{how} </span>
      <CitationLink citation={by} label={writeChange(by)} />
    </p>
  );
}
