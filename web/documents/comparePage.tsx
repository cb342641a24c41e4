import type { JSX } from 'preact';
import { writePath } from '../../domain/citation.ts';
import type { ProvisionChange } from '../../ingest/compare/compareTexts.ts';
import type { WordChange } from '../../ingest/compare/words.ts';
import { useLoaded } from '../loaded.ts';
import { fetchDifference } from './documentsApi.ts';
import type { DocumentRef } from './manageRoute.ts';
import { NotLoaded } from './notLoaded.tsx';
import { texts } from './texts.ts';

const words = texts.compare;

/** A long stretch that stayed the same is shown by its ends. */
const ENDS = 160;

function shortened(text: string): string {
  return text.length <= 3 * ENDS ? text : `${text.slice(0, ENDS)} […] ${text.slice(-ENDS)}`;
}

/** Words that came or went: by signs and lines as well as by colour, and said to who listens. */
function Words({ change, text }: WordChange): JSX.Element {
  if (change === 'same') return <>{shortened(text)} </>;
  const Tag = change === 'added' ? 'ins' : 'del';
  const [opening, closing] = change === 'added' ? ['[+', '+]'] : ['[−', '−]'];
  return (
    <>
      <Tag>
        <span aria-hidden="true">{opening}</span>
        <span class="visually-hidden"> {change === 'added' ? words.added : words.removed} </span>
        <span class="words">{text}</span>
        <span aria-hidden="true">{closing}</span>
      </Tag>{' '}
    </>
  );
}

function Change({ change }: { readonly change: ProvisionChange }): JSX.Element {
  const { kind, path, from, before, after } = change;
  const place = path.length === 0 ? words.outside : writePath(path);
  const parts: readonly WordChange[] =
    change.words.length > 0
      ? change.words
      : kind === 'added'
        ? [{ change: 'added', text: after ?? '' }]
        : kind === 'removed'
          ? [{ change: 'removed', text: before ?? '' }]
          : [{ change: 'same', text: after ?? '' }];
  return (
    <li class="change">
      <h3>
        <span class={`badge change-${kind}`}>{words.kinds[kind]}</span> {place}
        {from !== null && <span class="hint"> {words.from(writePath(from))}</span>}
      </h3>
      <p class="change-words">
        {parts.map((part, index) => (
          <Words key={index} {...part} />
        ))}
      </p>
    </li>
  );
}

type ComparePageProps = { readonly document: DocumentRef; readonly other: number };

/** What changed between two documents, by provision, word by word. */
export function ComparePage({ document, other }: ComparePageProps): JSX.Element {
  const key = `${document.kind} ${document.id} ${other}`;
  const loaded = useLoaded(key, (signal) => fetchDifference(document, other, signal), texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  const { kind, before, after, changes } = loaded.value;
  return (
    <>
      <p>{words[kind === 'amendment' ? 'amendment' : 'versions'](before.document, after.document)}</p>
      {changes.length === 0 ? (
        <p class="hint">{words.same}</p>
      ) : (
        <>
          <p class="hint">
            {words.count(changes.length)}. {words.legend}
          </p>
          <ol class="changes">
            {changes.map((change, index) => (
              <Change key={index} change={change} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
