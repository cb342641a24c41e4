import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Answer } from '../answer/answer.tsx';
import type { Start } from '../api.ts';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import type { Conversation } from './conversation.ts';

type ChatProps = {
  readonly conversation: Conversation;
  /** What has just happened to the page as a whole; empty for nothing. */
  readonly notice: string;
  /** `null` while it is being fetched, `'failed'` when the server cannot be reached. */
  readonly start: Start | null | 'failed';
  /** Behind a modal panel. */
  readonly inert: boolean;
};

export function Chat({ conversation, notice, start, inert }: ChatProps): JSX.Element {
  const { turns, working, ask, askByFile, retry, stop } = conversation;
  const field = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const known = start === null || start === 'failed' ? null : start;

  // A new question goes to the top of the window and its answer grows below it, so that nothing moves while it is read.
  useEffect(() => {
    log.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [turns.length]);

  const [before, marked, after] = texts.welcomeTitle;

  return (
    <main class="chat" aria-label={texts.chat} inert={inert}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="thread" tabIndex={0} aria-label={texts.thread}>
        <section class="welcome">
          <p class="notice" role="status">
            {notice}
          </p>
          <h2>
            {before}
            <span class="under-marker">{marked}</span>
            {after}
          </h2>
          <p>{texts.welcomeText}</p>
          {start === 'failed' && <p class="said warning">{texts.startFailed}</p>}
          {known !== null && known.samples.length > 0 && (
            <>
              <h3 id="samples">{texts.samplesTitle}</h3>
              <ul class="samples" aria-labelledby="samples">
                {known.samples.map((sample) => (
                  <li key={sample}>
                    <button type="button" aria-disabled={working} onClick={() => ask(sample)}>
                      <span>{sample}</span>
                      <Icon name="open" />
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <div
          ref={log}
          class="log"
          role="log"
          tabIndex={-1}
          aria-live="polite"
          aria-relevant="additions"
          aria-label={texts.log}
        >
          {turns.map((turn) => (
            <article key={turn.id} class="turn">
              <h2 class="asked">
                <span class="visually-hidden">{texts.question} </span>
                <span>{turn.shown}</span>
              </h2>
              <Answer turn={turn} busy={working} onChoose={ask} onRetry={retry} />
            </article>
          ))}
        </div>
      </section>
      <Composer
        field={field}
        // Without the server's word there is no limit: it refuses by itself what is too long.
        maxLength={known?.maxLength ?? Number.POSITIVE_INFINITY}
        working={working}
        accept={known?.accept ?? null}
        onAsk={ask}
        onFile={askByFile}
        onStop={() => {
          stop();
          field.current?.focus();
        }}
      />
    </main>
  );
}
