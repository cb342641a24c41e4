import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerView, AskedView, SourceView } from '../../bot/channels/web/approved/views.ts';
import { writeDate } from '../../domain/citation.ts';
import { RequestError } from '../api.ts';
import { writeTime } from '../documents/day.ts';
import { NotLoaded } from '../documents/notLoaded.tsx';
import { useLoaded } from '../loaded.ts';
import { openRoute } from '../navigation.ts';
import { StateMark } from './answersPage.tsx';
import {
  approveAnswer,
  fetchAnswer,
  fetchAnswers,
  reciteAnswer,
  storeAnswer,
  withdrawAnswer,
} from './approvedApi.ts';
import { SourcePicker } from './sourcePicker.tsx';
import { texts } from './texts.ts';

/** An answer holds for a year unless somebody says otherwise. */
function inOneYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

type EditorProps = {
  /** `null`: a new one. */
  readonly answer: AnswerView | null;
  readonly asked: AskedView | null;
  readonly onStored: (answer: AnswerView) => void;
};

function Editor({ answer, asked, onStored }: EditorProps): JSX.Element {
  const [questions, setQuestions] = useState(answer?.questions.join('\n') ?? asked?.key ?? '');
  const [words, setWords] = useState(answer?.words ?? '');
  const [sources, setSources] = useState<readonly SourceView[]>(answer?.sources ?? []);
  const [expires, setExpires] = useState(answer?.expires ?? inOneYear());
  const [title, setTitle] = useState(answer?.approval?.title ?? '');
  const [said, setSaid] = useState<{ readonly problem: boolean; readonly text: string } | null>(null);
  const run = async (work: () => Promise<AnswerView>, done: string) => {
    setSaid(null);
    try {
      const stored = await work();
      setSources(stored.sources);
      setSaid({ problem: false, text: done });
      onStored(stored);
    } catch (error) {
      const told = error instanceof RequestError ? error.sentence : null;
      setSaid({ problem: true, text: told ?? texts.failed });
    }
  };
  const written = {
    questions: questions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    words: words.trim(),
    sources: sources.map(({ directiveId, path }) => ({ directiveId, path })),
    expires,
  };
  const save = () => storeAnswer(answer?.id ?? null, written, asked?.id ?? null);
  const isChanged =
    answer === null ||
    written.questions.join('\n') !== answer.questions.join('\n') ||
    written.words !== answer.words ||
    written.expires !== answer.expires ||
    JSON.stringify(written.sources) !==
      JSON.stringify(answer.sources.map(({ directiveId, path }) => ({ directiveId, path })));
  return (
    <form
      class="fields answer-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (sources.length === 0) setSaid({ problem: true, text: texts.noSource });
        else void run(save, texts.saved);
      }}
    >
      <div class="field">
        <label for="answer-questions">{texts.questions}</label>
        <p class="hint" id="answer-questions-how">
          {texts.questionsHow}
        </p>
        <textarea
          id="answer-questions"
          rows={3}
          required
          aria-describedby="answer-questions-how"
          value={questions}
          onInput={(event) => setQuestions(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="answer-words">{texts.words}</label>
        <textarea
          id="answer-words"
          rows={5}
          required
          maxLength={4000}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <SourcePicker sources={sources} onChange={setSources} />
      <div class="field-grid">
        <div class="field">
          <label for="answer-expires">{texts.expires}</label>
          <input
            id="answer-expires"
            type="date"
            required
            value={expires}
            onInput={(event) => setExpires(event.currentTarget.value)}
          />
        </div>
        {answer !== null && (
          <div class="field">
            <label for="answer-approver">{texts.approverTitle}</label>
            <input
              id="answer-approver"
              maxLength={100}
              value={title}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </div>
        )}
      </div>
      <p class={said?.problem === true ? 'said warning' : 'hint'} role="status">
        {said?.text ?? ''}
      </p>
      <div class="answer-ways">
        {answer !== null && answer.state !== 'withdrawn' && (
          <button
            type="button"
            class="button quiet"
            onClick={() => void run(() => withdrawAnswer(answer.id), texts.withdrawn)}
          >
            {texts.withdraw}
          </button>
        )}
        {answer?.state === 'review' && (
          <button
            type="button"
            class="button"
            onClick={() => void run(() => reciteAnswer(answer.id), texts.recited)}
          >
            {texts.recite}
          </button>
        )}
        <button type="submit" class={isChanged ? 'button primary' : 'button'}>
          {texts.save}
        </button>
        {answer !== null && !isChanged && answer.state !== 'in_force' && answer.state !== 'review' && (
          <button
            type="button"
            class="button primary"
            onClick={() =>
              void run(
                () => approveAnswer(answer.id, title.trim() === '' ? null : title.trim()),
                texts.approved,
              )
            }
          >
            {texts.approve}
          </button>
        )}
      </div>
    </form>
  );
}

function Standing({ answer }: { readonly answer: AnswerView }): JSX.Element {
  const { approval, proposedBy, expires, doubts, state } = answer;
  return (
    <div class="answer-standing">
      <p>
        <StateMark state={state} />{' '}
        {approval === null
          ? texts.proposedBy(proposedBy)
          : texts.approvedBy(approval.by, approval.title, writeTime(approval.at))}
        {` · ${texts.until(writeDate(expires))}`}
      </p>
      {doubts.map((doubt) => (
        <p key={doubt} class="said warning">
          {doubt}
        </p>
      ))}
    </div>
  );
}

type AnswerPageProps = { readonly id: number | null; readonly asked: number | null };

/** One approved answer to be read, changed and decided on, or a new one. */
export function AnswerPage({ id, asked }: AnswerPageProps): JSX.Element {
  const [stored, setStored] = useState<AnswerView | null>(null);
  const loaded = useLoaded(`${id} ${asked}`, (signal) => load(id, asked, signal), texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  const answer = stored ?? loaded.value.answer;
  return (
    <>
      {answer !== null && <Standing answer={answer} />}
      <Editor
        answer={answer}
        asked={stored === null ? loaded.value.asked : null}
        onStored={(next) => {
          setStored(next);
          // From now on the address is that of the answer.
          if (id === null) openRoute({ kind: 'manage', page: { kind: 'answer', id: next.id, asked: null } });
        }}
      />
    </>
  );
}

async function load(id: number | null, asked: number | null, signal: AbortSignal) {
  const answer = id === null ? null : await fetchAnswer(id, signal);
  const list = asked === null ? [] : (await fetchAnswers(signal)).asked;
  return { answer, asked: list.find((one) => one.id === asked) ?? null };
}
