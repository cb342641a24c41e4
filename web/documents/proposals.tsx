import type { JSX } from 'preact';
import type { CardView, TextSpan } from '../../bot/channels/web/documents/views.ts';
import type { Decision } from '../../domain/upload.ts';
import { Icon } from '../icons.tsx';
import { texts } from './texts.ts';

const words = texts.review;

type Proposal = CardView['card']['proposals'][number];

type ProposalsProps = {
  readonly proposals: readonly Proposal[];
  readonly readOnly: boolean;
  readonly onDecide: (keys: readonly string[] | 'all', decision: Decision) => void;
  /** Shows the words where they stand in the text. */
  readonly onShow: (span: TextSpan, opener: HTMLElement) => void;
};

function ProposalView({
  proposal,
  readOnly,
  onDecide,
  onShow,
}: Omit<ProposalsProps, 'proposals'> & { readonly proposal: Proposal }): JSX.Element {
  const { key, kind, whose, place, words: said, understood, decision, kept, span } = proposal;
  const ways = [
    { value: 'approved', label: words.approve, of: words.approveOf(key), icon: 'done' },
    { value: 'rejected', label: words.reject, of: words.rejectOf(key), icon: 'close' },
  ] as const;
  return (
    <li class={`proposal ${decision ?? 'open'}`}>
      <p class="proposal-head">
        <span class="badge">{kind === 'requirement' ? words.requirement : words.target}</span>
        {whose !== null && <strong>{whose}</strong>}
      </p>
      <blockquote>{said}</blockquote>
      {understood !== '' && (
        <p class="proposal-understood">
          {words.understood} <strong>{understood}</strong>
        </p>
      )}
      {span !== null && (
        <button
          type="button"
          class="button quiet proposal-place"
          onClick={(event) => onShow(span, event.currentTarget)}
        >
          <Icon name="quoted" />
          <span>{place === '' ? words.showWords : words.show(place)}</span>
        </button>
      )}
      {kept !== null && <p class="hint">{words.kept(kept)}</p>}
      {readOnly ? (
        decision !== null && <p class="hint">{decision === 'approved' ? words.approved : words.rejected}</p>
      ) : (
        <div class="proposal-ways">
          {ways.map(({ value, label, of, icon }) => (
            <button
              key={value}
              type="button"
              class={`button ${value}`}
              aria-pressed={decision === value}
              aria-label={of}
              onClick={() => onDecide([key], value)}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

/** What a draft seems to demand, to be approved or rejected one by one or all at once. */
export function Proposals({ proposals, readOnly, onDecide, onShow }: ProposalsProps): JSX.Element {
  const open = proposals.filter(({ decision }) => decision === null).length;
  return (
    <section class="proposals" aria-labelledby="proposals-title">
      <h3 id="proposals-title">{words.proposals}</h3>
      {proposals.length === 0 ? (
        <p class="hint">{words.proposalsNone}</p>
      ) : (
        <>
          <p class="hint" role="status">
            {words.proposalsOpen(open, proposals.length)} {words.proposalsHow}
          </p>
          {!readOnly && open > 1 && (
            <div class="proposal-ways all">
              <button type="button" class="button" onClick={() => onDecide('all', 'approved')}>
                <Icon name="done" />
                <span>{words.approveAll(open)}</span>
              </button>
              <button type="button" class="button" onClick={() => onDecide('all', 'rejected')}>
                <Icon name="close" />
                <span>{words.rejectAll}</span>
              </button>
            </div>
          )}
          <ol>
            {proposals.map((proposal) => (
              <ProposalView
                key={proposal.key}
                proposal={proposal}
                readOnly={readOnly}
                onDecide={onDecide}
                onShow={onShow}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
