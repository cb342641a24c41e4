import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerView, AskedView } from '../../bot/channels/web/approved/views.ts';
import { writeDate } from '../../domain/citation.ts';
import { writeTime } from '../documents/day.ts';
import { writeManagePage } from '../documents/manageRoute.ts';
import { NotLoaded } from '../documents/notLoaded.tsx';
import { useLoaded } from '../loaded.ts';
import { followLink } from '../navigation.ts';
import { closeQuestion, fetchAnswers } from './approvedApi.ts';
import { texts } from './texts.ts';

const STATES = ['review', 'proposed', 'in_force', 'expired', 'withdrawn'] as const;

/** How the colours of the list of documents fit the states of answers. */
const COLOURS: Readonly<Record<AnswerView['state'], string>> = {
  in_force: 'published',
  proposed: 'draft',
  review: 'failed',
  expired: 'withdrawn',
  withdrawn: 'withdrawn',
};

export function StateMark({ state }: Pick<AnswerView, 'state'>): JSX.Element {
  return <span class={`state ${COLOURS[state]}`}>{texts.states[state]}</span>;
}

function AnswerLine({ answer }: { readonly answer: AnswerView }): JSX.Element {
  const { id, questions, state, doubts, approval, proposedBy, expires } = answer;
  const who =
    approval === null
      ? texts.proposedBy(proposedBy)
      : texts.approvedBy(approval.by, approval.title, writeTime(approval.at));
  return (
    <li>
      <a class="managed" href={writeManagePage({ kind: 'answer', id, asked: null })} onClick={followLink}>
        <span class="managed-head">
          <StateMark state={state} />
        </span>
        <span class="managed-name">{questions[0]}</span>
        <span class="managed-title">{answer.words}</span>
        <span class="managed-note">{`${who} · ${texts.until(writeDate(expires))}`}</span>
        {doubts.map((doubt) => (
          <span key={doubt} class="managed-reason">
            {doubt}
          </span>
        ))}
      </a>
    </li>
  );
}

function AskedLine({
  asked,
  onClose,
}: {
  readonly asked: AskedView;
  readonly onClose: () => void;
}): JSX.Element {
  const { id, key, reasons, words } = asked;
  const tally = [...Map.groupBy(reasons, (reason) => reason)].map(
    ([reason, all]) => `${texts.reasons[reason]} ${all.length}`,
  );
  return (
    <li class="asked">
      <p class="asked-question">{key}</p>
      <p class="hint">
        {texts.counts(asked.asked, asked.notFound, asked.unsure, asked.good, asked.bad)} ·{' '}
        {texts.last(writeTime(asked.lastAt))}
        {tally.length > 0 && ` · ${tally.join(', ')}`}
      </p>
      {words.map((one, index) => (
        <p key={index} class="hint">{`“${one}”`}</p>
      ))}
      <div class="asked-ways">
        <a
          class="button"
          href={writeManagePage({ kind: 'answer', id: null, asked: id })}
          onClick={followLink}
          aria-label={texts.writeTo(key)}
        >
          {texts.write}
        </a>
        <button type="button" class="button quiet" onClick={onClose} aria-label={texts.closeOf(key)}>
          {texts.close}
        </button>
      </div>
    </li>
  );
}

/** The approved answers by state, and the questions that want one. */
export function AnswersPage(): JSX.Element {
  const [turn, setTurn] = useState(0);
  const [only, setOnly] = useState<AnswerView['state'] | null>(null);
  const loaded = useLoaded(turn, fetchAnswers, texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  const { answers, asked } = loaded.value;
  const of = (state: AnswerView['state'] | null) =>
    answers.filter((answer) => state === null || answer.state === state);
  const choices = [null, ...STATES.filter((state) => of(state).length > 0)];
  const shown = of(only);
  return (
    <>
      <section aria-labelledby="answers-title" class="answers">
        <p class="hint">{texts.how}</p>
        <a
          class="button primary"
          href={writeManagePage({ kind: 'answer', id: null, asked: null })}
          onClick={followLink}
        >
          {texts.compose}
        </a>
        <h3 id="answers-title" class="visually-hidden">
          {texts.title}
        </h3>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div class="filters" role="group" aria-label={texts.filter}>
          {choices.map((state) => (
            <button
              key={state}
              type="button"
              class="button"
              aria-pressed={only === state}
              onClick={() => setOnly(state)}
            >
              {state === null ? texts.all : texts.states[state]} {of(state).length}
            </button>
          ))}
        </div>
        {shown.length === 0 ? (
          <p class="hint">{texts.none}</p>
        ) : (
          <ul class="managed-list">
            {shown.map((answer) => (
              <AnswerLine key={answer.id} answer={answer} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="asked-title" class="answers">
        <h3 id="asked-title">{texts.askedTitle}</h3>
        <p class="hint">{texts.askedHow}</p>
        {asked.length === 0 ? (
          <p class="hint">{texts.askedNone}</p>
        ) : (
          <ol class="managed-list">
            {asked.map((one) => (
              <AskedLine
                key={one.id}
                asked={one}
                onClose={() => void closeQuestion(one.id).finally(() => setTurn(turn + 1))}
              />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
