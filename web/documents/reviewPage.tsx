import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CardView, DraftView, TextSpan } from '../../bot/channels/web/documents/views.ts';
import type { Published } from '../../ingest/uploads/publish.ts';
import { RequestError } from '../api.ts';
import { Icon } from '../icons.tsx';
import { useLoaded } from '../loaded.ts';
import { followLink, openRoute } from '../navigation.ts';
import { DirectiveText } from '../reader/directiveView.tsx';
import { Confirm } from './confirm.tsx';
import {
  correctDraft,
  decideProposals,
  discardDraft,
  fetchDraft,
  originalOf,
  publishDraft,
} from './documentsApi.ts';
import { FieldsForm, focusFirstProblem, useFields } from './fieldsForm.tsx';
import { Findings, Similar, Warnings } from './findings.tsx';
import { writeManagePage } from './manageRoute.ts';
import { NotLoaded } from './notLoaded.tsx';
import { Proposals } from './proposals.tsx';
import { PublishedNote } from './publishedNote.tsx';
import { texts } from './texts.ts';

const words = texts.review;

type ReviewProps = {
  readonly loaded: DraftView;
  /** Something of it has changed for the lists too. */
  readonly onChange: () => void;
};

type Asking = 'publish' | 'discard' | null;

function Review({ loaded, onChange }: ReviewProps): JSX.Element {
  const [view, setView] = useState<CardView>(loaded);
  const [replaces, setReplaces] = useState(loaded.card.replaces);
  const [span, setSpan] = useState<TextSpan | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [published, setPublished] = useState<Published | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const mark = useRef<HTMLElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { card } = view;
  const isDraft = card.state === 'draft';

  // Thousands of lines: they are not gone through again with each letter that is typed.
  const text = useMemo(() => <DirectiveText directive={loaded} span={span} mark={mark} />, [loaded, span]);

  const show = (fresh: CardView) => {
    // A correction may make it a version of another document.
    if (fresh.card.replaces !== card.replaces) setReplaces(fresh.card.replaces);
    setView(fresh);
    onChange();
  };
  const fail = (error: unknown) =>
    setProblem((error instanceof RequestError ? error.sentence : null) ?? texts.failed);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch(fail);
  };
  const fields = useFields(card, async (changed) => {
    const result = await correctDraft(card.draftId, changed);
    if ('problems' in result) return result.problems;
    show(result.view);
    return null;
  });

  useEffect(() => {
    if (span === null || mark.current === null) return;
    mark.current.scrollIntoView({ block: 'center' });
    mark.current.focus({ preventScroll: true });
  }, [span]);

  const askToPublish = async () => {
    // What stands in the boxes is what the person means to publish.
    if (fields.dirty && !(await fields.save())) {
      requestAnimationFrame(() => focusFirstProblem(form.current));
      return;
    }
    setAsking('publish');
  };
  const open = card.proposals.filter(({ decision }) => decision === null).length;
  const replaced = card.similar.find(({ directiveId }) => directiveId === replaces);

  return (
    <div class="review">
      <div class="review-card" ref={form}>
        <p class="review-name">{card.document}</p>
        <p class="review-file">
          <span class="hint">
            {words.fromFile} {card.fileName}
          </span>
          <a class="button quiet" href={originalOf({ kind: 'draft', id: card.draftId })} download>
            <Icon name="download" />
            <span>{words.original}</span>
          </a>
        </p>
        {published !== null && (
          <PublishedNote title={texts.review.published(published.document)} published={published} />
        )}
        {published === null && !isDraft && (
          <p class="said note" role="status">
            {card.state === 'published' ? words.already : words.gone}{' '}
            {card.directiveId !== null && (
              <a
                class="button"
                href={writeManagePage({
                  kind: 'document',
                  document: { kind: 'stored', id: card.directiveId },
                })}
                onClick={followLink}
              >
                <span>{words.openStored}</span>
              </a>
            )}
          </p>
        )}
        <Warnings warnings={card.warnings} />
        <Similar card={card} replaces={replaces} onReplaces={setReplaces} />
        <FieldsForm card={card} state={fields} onFailure={fail} />
        <Findings view={view} />
        <Proposals
          proposals={card.proposals}
          readOnly={!isDraft}
          onDecide={(keys, decision) => attempt(decideProposals(card.draftId, keys, decision).then(show))}
          onShow={(place, from) => {
            opener.current = from;
            setSpan({ ...place });
          }}
        />
      </div>
      <section class="review-text" aria-labelledby="text-title">
        <h3 id="text-title">{words.textTitle}</h3>
        {text}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="review-actions" role="group" aria-label={words.actions}>
        {problem !== null && (
          <p class="said warning" role="alert">
            {problem}
          </p>
        )}
        {span !== null && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              opener.current?.scrollIntoView({ block: 'center' });
              opener.current?.focus({ preventScroll: true });
            }}
          >
            <Icon name="back" />
            <span>{words.toProposal}</span>
          </button>
        )}
        {isDraft && published === null && (
          <>
            <button type="button" class="button" onClick={() => setAsking('discard')}>
              {words.discard}
            </button>
            <button type="button" class="button primary" onClick={() => askToPublish().catch(fail)}>
              <Icon name="done" />
              <span>{words.publish}</span>
            </button>
          </>
        )}
      </div>
      {asking === 'publish' && (
        <Confirm
          title={words.publishTitle}
          go={words.publishGo}
          onClose={() => setAsking(null)}
          onGo={async () => {
            setPublished(await publishDraft(card.draftId, replaces));
            setView({ ...view, card: { ...card, state: 'published' } });
            onChange();
          }}
        >
          <p>{words.publishWhat(card.document)}</p>
          {replaced !== undefined && <p>{words.publishReplaces(replaced.document)}</p>}
          {open > 0 && <p>{words.publishOpen(open)}</p>}
        </Confirm>
      )}
      {asking === 'discard' && (
        <Confirm
          title={words.discardTitle}
          go={words.discardGo}
          danger
          onClose={() => setAsking(null)}
          onGo={async () => {
            await discardDraft(card.draftId);
            onChange();
            openRoute({ kind: 'manage', page: { kind: 'list' } });
          }}
        >
          <p>{words.discardWhat}</p>
        </Confirm>
      )}
    </div>
  );
}

type ReviewPageProps = { readonly id: number; readonly onChange: () => void };

/** One document that was read, to be corrected, decided of and published. */
export function ReviewPage({ id, onChange }: ReviewPageProps): JSX.Element {
  const loaded = useLoaded(id, (signal) => fetchDraft(id, signal), texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  return <Review loaded={loaded.value} onChange={onChange} />;
}
