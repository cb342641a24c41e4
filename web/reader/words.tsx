import type { JSX, RefObject } from 'preact';
import type { Span } from '../route.ts';

type WordsProps = {
  readonly text: string;
  readonly span: Span;
  readonly marked: Span | null;
  /** Given to the first marked stretch. */
  readonly mark: RefObject<HTMLElement | null> | null;
};

/** A stretch of the text, with a part of it marked. */
export function Words({ text, span, marked, mark }: WordsProps): JSX.Element {
  if (marked === null) return <>{text.slice(span.start, span.end)}</>;
  return (
    <>
      {text.slice(span.start, marked.start)}
      <mark ref={mark} tabIndex={mark === null ? undefined : -1}>
        {text.slice(marked.start, marked.end)}
      </mark>
      {text.slice(marked.end, span.end)}
    </>
  );
}
