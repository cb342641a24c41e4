import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { documentName, writeDate } from '../../domain/citation.ts';
import { Badges } from '../badges.tsx';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { texts as pageTexts } from '../texts.ts';
import { Confirm } from './confirm.tsx';
import { writeTime } from './day.ts';
import { discardDraft, discardUpload, fileOfUpload, type Overview, originalOf } from './documentsApi.ts';
import { type DocumentRef, writeManagePage } from './manageRoute.ts';
import { texts } from './texts.ts';

const words = texts.list;

type State = keyof typeof words.states;

type Line = {
  readonly key: string;
  readonly state: State;
  readonly name: string;
  readonly title: string | null;
  readonly note: string;
  /** Why it could not be read. */
  readonly reason: string | null;
  readonly link: DocumentRef | null;
  /** What can be done with a file that could not be read. */
  readonly file: { readonly address: string; readonly discard: () => Promise<void> } | null;
  readonly badges: JSX.Element | null;
  /** ISO time by which the list is ordered. */
  readonly at: string;
};

/** Everything there is, the newest first; what waits for a person stands before all else. */
function linesOf({ documents, uploads }: Overview): readonly Line[] {
  const drafts = uploads.flatMap((upload): readonly Line[] => {
    const base = { at: upload.at, note: words.sentBy(upload.by, writeTime(upload.at)), badges: null };
    const { id: uploadId } = upload;
    const whole = { address: fileOfUpload(uploadId), discard: () => discardUpload(uploadId) };
    if (upload.stage === 'failed' && upload.drafts.length === 0) {
      const { fileName: name, reason } = upload;
      return [
        {
          ...base,
          key: `upload ${uploadId}`,
          state: 'failed',
          name,
          title: null,
          reason,
          link: null,
          file: whole,
        },
      ];
    }
    return upload.drafts
      .filter(({ state }) => state === 'draft' || state === 'failed')
      .map(({ id, state, header, fileName, reason, directiveId }): Line => {
        const name = header === null ? fileName : documentName(header, fileName);
        return {
          ...base,
          key: `draft ${id}`,
          state: state === 'failed' ? 'failed' : directiveId === null ? 'draft' : 'withdrawn',
          name,
          title: header?.title === name ? null : (header?.title ?? null),
          reason,
          link: state === 'failed' ? null : { kind: 'draft', id },
          file:
            state === 'failed'
              ? { address: originalOf({ kind: 'draft', id }), discard: () => discardDraft(id) }
              : null,
        };
      });
  });
  const open = new Set(drafts.map(({ link }) => link?.id));
  const stored = documents
    .filter(({ standing, draftId }) => standing === 'live' || draftId === null || !open.has(draftId))
    .map((document): Line => {
      const name = documentName(document.header, document.fileName);
      const { header, by, storedAt } = document;
      const from = header.effective === null ? null : pageTexts.effectiveFrom(writeDate(header.effective));
      return {
        key: `stored ${document.id}`,
        state: document.standing === 'live' ? 'published' : 'withdrawn',
        name,
        title: header.title === name ? null : header.title,
        note: [words.publishedAt(by, writeTime(storedAt)), from].filter((one) => one !== null).join(' · '),
        reason: null,
        link: { kind: 'stored', id: document.id },
        file: null,
        badges: <Badges {...document} effective={header.effective} />,
        at: storedAt,
      };
    });
  const rank = (line: Line) => (line.state === 'draft' ? 0 : 1);
  return [...drafts, ...stored].sort((a, b) => rank(a) - rank(b) || b.at.localeCompare(a.at));
}

type LineProps = { readonly line: Line; readonly onDiscard: (line: Line) => void };

function LineView({ line, onDiscard }: LineProps): JSX.Element {
  const { state, name, title, note, reason, link, file, badges } = line;
  const inside = (
    <>
      <span class="managed-head">
        <span class={`state ${state}`}>{words.states[state]}</span>
        {badges}
      </span>
      <span class="managed-name">{name}</span>
      {title !== null && <span class="managed-title">{title}</span>}
      <span class="managed-note">{note}</span>
      {reason !== null && <span class="managed-reason">{reason}</span>}
    </>
  );
  return (
    <li>
      {link === null ? (
        <div class="managed">
          {inside}
          {file !== null && (
            <div class="stored-ways">
              <a class="button" href={file.address} aria-label={words.originalOf(name)} download>
                <Icon name="download" />
                <span>{words.original}</span>
              </a>
              <button
                type="button"
                class="button danger"
                aria-label={words.discardOf(name)}
                onClick={() => onDiscard(line)}
              >
                {words.discard}
              </button>
            </div>
          )}
        </div>
      ) : (
        <a class="managed" href={writeManagePage({ kind: 'document', document: link })} onClick={followLink}>
          {inside}
        </a>
      )}
    </li>
  );
}

/** So many are shown at first, and with each "more". */
const AT_ONCE = 50;

/** Without diacritics and case, as people type when they look for something. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}

type DocumentListProps = { readonly overview: Overview; readonly onChange: () => void };

/** All documents with their state, to be narrowed to one state and by words. */
export function DocumentList({ overview, onChange }: DocumentListProps): JSX.Element {
  const [discarding, setDiscarding] = useState<Line | null>(null);
  const [only, setOnly] = useState<State | null>(null);
  const [sought, setSought] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const lines = linesOf(overview).filter(({ name, title, note }) =>
    plain(`${name} ${title ?? ''} ${note}`).includes(plain(sought.trim())),
  );
  const choices: readonly (State | null)[] = [null, 'draft', 'published', 'withdrawn', 'failed'];
  const of = (state: State | null) => lines.filter((line) => state === null || line.state === state);
  const shown = of(only);
  return (
    <section aria-labelledby="managed-title">
      <h3 id="managed-title">{words.title}</h3>
      <div class="field search">
        <label for="managed-search">{words.search}</label>
        <input
          id="managed-search"
          type="search"
          autocomplete="off"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="filters" role="group" aria-label={words.filter}>
        {choices.map((state) => (
          <button
            key={state}
            type="button"
            class="button"
            aria-pressed={only === state}
            onClick={() => setOnly(state)}
          >
            <span>
              {state === null ? words.all : words.states[state]} {words.count(of(state).length)}
            </span>
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ul class="managed-list">
          {shown.slice(0, most).map((line) => (
            <LineView key={line.key} line={line} onDiscard={setDiscarding} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <button type="button" class="button more" onClick={() => setMost(most + AT_ONCE)}>
          {words.more(shown.length - most)}
        </button>
      )}
      {discarding !== null && (
        <Confirm
          title={words.discardTitle}
          go={words.discard}
          danger
          onClose={() => setDiscarding(null)}
          onGo={async () => {
            await discarding.file?.discard();
            onChange();
          }}
        >
          <p>{words.discardWhat(discarding.name)}</p>
        </Confirm>
      )}
    </section>
  );
}
