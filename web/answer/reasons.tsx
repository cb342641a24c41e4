import type { JSX } from 'preact';
import type { Reason, ReasonWord } from '../../answer/reason.ts';
import type { Block, Choice } from '../../bot/message.ts';
import { texts } from '../texts.ts';

const words = texts.reasons;

const percent = (share: number): number => Math.round(share * 100);

/** A factor as a sentence; one that has none is called by its key. */
function factorWords({ factor, value, times }: Reason['factors'][number]): string {
  const sentence = words.factorSentences.get(factor);
  if (sentence === undefined) return factor;
  const share = value < 0 || value > 1 ? words.somePart : words.share(percent(value));
  return times > 1 ? sentence.raises(share) : sentence.lowers(share);
}

/** What is odd about a word: it is another one than was typed. */
function Origin({ word }: { readonly word: ReasonWord }): JSX.Element | null {
  return word.origin === 'asked' ? null : <span class="why-origin">{words.origins[word.origin]}</span>;
}

/** The words that a passage holds, each with a bar as long as what it brought. */
function Bars({ reason, most }: { readonly reason: Reason; readonly most: number }): JSX.Element {
  return (
    <ul class="why-bars" aria-label={words.words}>
      {reason.words.map((word, index) => (
        <li key={index}>
          <span class="why-word">
            {word.word} <Origin word={word} />
          </span>
          <span class="why-bar" aria-hidden="true">
            <span style={{ width: `${(100 * word.share) / most}%` }} />
          </span>
          <span class="why-share">{words.share(percent(word.share))}</span>
          <span class="why-places">{word.places.map((place) => words.places[place]).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Factors({ reason }: { readonly reason: Reason }): JSX.Element | null {
  if (reason.factors.length === 0) return null;
  return (
    <ul class="why-factors" aria-label={words.factors}>
      {reason.factors.map((factor) => (
        <li key={factor.factor} class={factor.times > 1 ? 'raises' : 'lowers'}>
          <span class="visually-hidden">{factor.times > 1 ? words.raises : words.lowers} </span>
          {factorWords(factor)}
        </li>
      ))}
    </ul>
  );
}

function OfSource({ title, reason }: { readonly title: string; readonly reason: Reason }): JSX.Element {
  const most = reason.words.reduce((share, word) => Math.max(share, word.share), 0.001);
  return (
    <div class="why-source">
      <p class="quote-number">{title}</p>
      {reason.words.length > 0 && (
        <>
          <p class="why-caption" aria-hidden="true">
            {words.words}
          </p>
          <Bars reason={reason} most={most} />
        </>
      )}
      {reason.absent.length > 0 && <p class="why-absent">{words.absent(reason.absent.join(', '))}</p>}
      <Factors reason={reason} />
    </div>
  );
}

/** A passage that is offered beside the answer: fewer words about it, beside the score of what was quoted. */
function OfNear({
  label,
  reason,
  best,
}: {
  readonly label: string;
  readonly reason: Reason;
  readonly best: number | null;
}): JSX.Element {
  return (
    <li>
      <p class="why-near-label">{label}</p>
      {best !== null && <p class="why-beside">{words.beside(percent(reason.score / best))}</p>}
      <ul class="why-chips" aria-label={words.nearWords}>
        {reason.words.map((word, index) => (
          <li key={index}>
            {word.word} <Origin word={word} />
          </li>
        ))}
      </ul>
      <Factors reason={reason} />
    </li>
  );
}

type ReasonsProps = { readonly blocks: readonly Block[]; readonly choices: readonly Choice[] };

/** Why these passages were found, folded: for who doubts the answer or looks after the documents. */
export function Reasons({ blocks, choices }: ReasonsProps): JSX.Element | null {
  const sources = blocks.flatMap((block) =>
    block.kind === 'quote' && block.reason !== undefined
      ? [{ title: texts.source(block.index), reason: block.reason }]
      : [],
  );
  const near = choices.flatMap(({ send, label, reason }) =>
    reason === undefined ? [] : [{ send, label, reason }],
  );
  if (sources.length === 0 && near.length === 0) return null;
  const best = sources[0]?.reason.score ?? 0;
  return (
    <details class="why">
      <summary>{words.open}</summary>
      {sources.map(({ title, reason }) => (
        <OfSource key={title} title={title} reason={reason} />
      ))}
      {near.length > 0 && (
        <div class="why-near">
          <p class="why-caption">{words.near}</p>
          <ol>
            {near.map(({ send, label, reason }) => (
              <OfNear key={send} label={label} reason={reason} best={best > 0 ? best : null} />
            ))}
          </ol>
        </div>
      )}
    </details>
  );
}
