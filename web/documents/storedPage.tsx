import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DocumentView, VersionView } from '../../bot/channels/web/documents/views.ts';
import type { Restored } from '../../ingest/uploads/restore.ts';
import { Icon } from '../icons.tsx';
import { useLoaded } from '../loaded.ts';
import { followLink, openRoute } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { Confirm } from './confirm.tsx';
import { writeTime } from './day.ts';
import { deleteDocument, fetchStored, originalOf, restoreVersion, unpublish } from './documentsApi.ts';
import { Amends } from './findings.tsx';
import { LogList } from './logPage.tsx';
import { type DocumentRef, writeManagePage } from './manageRoute.ts';
import { NotLoaded } from './notLoaded.tsx';
import { PublishedNote } from './publishedNote.tsx';
import { texts } from './texts.ts';

const words = texts.stored;

const pageOf = (document: DocumentRef): string => writeManagePage({ kind: 'document', document });

function Versions({ view }: { readonly view: DocumentView }): JSX.Element {
  const { versions, id } = view;
  if (versions.length < 2) return <p class="hint">{words.versionOne}</p>;
  const line = (version: VersionView, index: number) => {
    const previous = versions[index - 1];
    const number = index + 1;
    return (
      <li key={version.id}>
        <p>
          <a href={pageOf({ kind: 'stored', id: version.id })} onClick={followLink}>
            {words.version(number)}
          </a>
          {version.id === id && <span class="badge">{words.thisOne}</span>}
        </p>
        <p class="hint">
          {[
            words.states[version.standing],
            words.storedAt(writeTime(version.storedAt)),
            version.fileName,
          ].join(' · ')}
        </p>
        {previous !== undefined && (
          <a
            class="button"
            aria-label={words.comparePreviousOf(number)}
            href={writeManagePage({
              kind: 'compare',
              document: { kind: 'stored', id: version.id },
              with: previous.id,
            })}
            onClick={followLink}
          >
            <span>{words.comparePrevious}</span>
          </a>
        )}
      </li>
    );
  };
  return <ol class="versions">{versions.map(line).reverse()}</ol>;
}

function Ways({
  view,
  onAsk,
}: {
  readonly view: DocumentView;
  readonly onAsk: (what: 'restore' | 'unpublish' | 'remove') => void;
}): JSX.Element {
  const { id, standing, replacedBy, draftId } = view;
  return (
    <div class="stored-ways">
      <a class="button primary" href={writeRoute({ kind: 'document', id, span: null })} onClick={followLink}>
        <Icon name="document" />
        <span>{words.read}</span>
      </a>
      <a class="button" href={originalOf({ kind: 'stored', id })} download>
        <Icon name="download" />
        <span>{words.original}</span>
      </a>
      {standing === 'withdrawn' && draftId !== null && (
        <a class="button" href={pageOf({ kind: 'draft', id: draftId })} onClick={followLink}>
          <span>{words.draft}</span>
        </a>
      )}
      {replacedBy !== null && (
        <a class="button" href={pageOf({ kind: 'stored', id: replacedBy })} onClick={followLink}>
          <span>{words.newer}</span>
        </a>
      )}
      {standing === 'live' ? (
        <button type="button" class="button" onClick={() => onAsk('unpublish')}>
          {words.unpublish}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => onAsk('restore')}>
          {words.restore}
        </button>
      )}
      <button type="button" class="button danger" onClick={() => onAsk('remove')}>
        {words.remove}
      </button>
    </div>
  );
}

type StoredPageProps = { readonly id: number; readonly onChange: () => void };

/** One stored document: where it stands, its versions, who did what with it, and the ways to take it back. */
export function StoredPage({ id, onChange }: StoredPageProps): JSX.Element {
  const [time, setTime] = useState(0);
  const [restored, setRestored] = useState<Restored | null>(null);
  const [asking, setAsking] = useState<'restore' | 'unpublish' | 'remove' | 'remove again' | null>(null);
  const loaded = useLoaded(`${id} ${time}`, (signal) => fetchStored(id, signal), texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  const view = loaded.value;
  return (
    <div class="stored">
      <p class="review-name">{view.document}</p>
      {view.header.title !== null && view.header.title !== view.document && <p>{view.header.title}</p>}
      <p class="managed-head">
        <span class={`state ${view.standing === 'live' ? 'published' : 'withdrawn'}`}>
          {words.states[view.standing]}
        </span>
        <span class="hint">{view.fileName}</span>
      </p>
      {restored !== null && (
        <PublishedNote title={words.restored(restored.document)} published={restored} on={id} />
      )}
      <Ways view={view} onAsk={setAsking} />
      <Amends document={{ kind: 'stored', id }} amends={view.amends} />
      <h3>{words.versions}</h3>
      <Versions view={view} />
      <h3>{words.history}</h3>
      <LogList log={view.log} />
      {asking === 'restore' && (
        <Confirm
          title={words.restoreTitle}
          go={words.restore}
          onClose={() => setAsking(null)}
          onGo={async () => {
            setRestored(await restoreVersion(id));
            setTime((before) => before + 1);
            onChange();
          }}
        >
          <p>{words.restoreWhat(view.document)}</p>
          {view.versions.some(({ standing }) => standing === 'live') && <p>{words.restoreInstead}</p>}
        </Confirm>
      )}
      {asking === 'unpublish' && (
        <Confirm
          title={words.unpublishTitle}
          go={words.unpublish}
          onClose={() => setAsking(null)}
          onGo={async () => {
            await unpublish(id);
            setRestored(null);
            setTime((before) => before + 1);
            onChange();
          }}
        >
          <p>{words.unpublishWhat(view.document, view.draftId !== null)}</p>
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm
          title={words.removeTitle}
          go={words.removeNext}
          danger
          onClose={() => setAsking((now) => (now === 'remove' ? null : now))}
          onGo={async () => setAsking('remove again')}
        >
          <p>{words.removeWhat(view.document)}</p>
        </Confirm>
      )}
      {asking === 'remove again' && (
        <Confirm
          key="again"
          title={words.removeAgain}
          go={words.removeGo}
          danger
          onClose={() => setAsking(null)}
          onGo={async () => {
            await deleteDocument(id);
            onChange();
            openRoute({ kind: 'manage', page: { kind: 'list' } });
          }}
        >
          <p>{words.removeAgainWhat}</p>
        </Confirm>
      )}
    </div>
  );
}
