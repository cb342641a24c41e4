import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../bot/message.ts';
import { DocumentLines } from './documentLines.tsx';
import { Icon, Mark } from './icons.tsx';
import { Quote } from './quote.tsx';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

function BlockView({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'text':
      return <p class={`said ${block.tone}`}>{block.text}</p>;
    case 'quote':
      return <Quote block={block} />;
    case 'documents':
      return <DocumentLines documents={block.documents} />;
    case 'list':
      return (
        <ul class="lines">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
  }
}

/** Shown only when an answer takes long enough to be noticed, so that quick answers neither flicker nor chatter. */
function Progress({ text }: { readonly text: string }): JSX.Element | null {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 350);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <p class="progress">
      <span class="dots" aria-hidden="true" />
      {text}
    </p>
  ) : null;
}

type AnswerProps = {
  readonly turn: Turn;
  readonly busy: boolean;
  readonly onChoose: (send: string, label: string) => void;
  readonly onRetry: (turn: Turn) => void;
};

/** Everything that came back for one question. */
export function Answer({ turn, busy, onChoose, onRetry }: AnswerProps): JSX.Element {
  return (
    <div class="answer">
      <Mark size={28} />
      <div class="answer-body">
        {turn.blocks.map((block, index) => (
          <BlockView key={index} block={block} />
        ))}
        {turn.state === 'working' && <Progress text={turn.progress ?? texts.working} />}
        {turn.state === 'stopped' && <p class="said note">{texts.stopped}</p>}
        {turn.problem !== null && <p class="said warning">{turn.problem}</p>}
        {(turn.state === 'failed' || turn.state === 'stopped') && (
          <button type="button" class="button" aria-disabled={busy} onClick={() => onRetry(turn)}>
            <Icon name="retry" />
            <span>{texts.retry}</span>
          </button>
        )}
        {turn.choices.length > 0 && (
          <ul class="choices" aria-label={texts.choices}>
            {turn.choices.map((choice) => (
              <li key={choice.send}>
                <button
                  type="button"
                  class="button choice"
                  aria-disabled={busy}
                  onClick={() => onChoose(choice.send, choice.label)}
                >
                  {choice.label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
