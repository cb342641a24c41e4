import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../../bot/message.ts';
import type { Turn } from '../chat/turn.ts';
import { Icon, Mark } from '../icons.tsx';
import { DocumentLines } from '../reader/documentLines.tsx';
import { texts } from '../texts.ts';
import { FileCard } from './file.tsx';
import { Finding } from './finding.tsx';
import { Picture } from './picture.tsx';
import { Quote } from './quote.tsx';
import { Reasons } from './reasons.tsx';
import { Table } from './table.tsx';

type BlockViewProps = {
  readonly block: Block;
  /** A title stands somewhere above it, so that its own heading is one level lower. */
  readonly titled: boolean;
};

function BlockView({ block, titled }: BlockViewProps): JSX.Element {
  switch (block.kind) {
    case 'text':
      // The question above is a heading of level 2.
      if (block.tone === 'title') return <h3 class="said title">{block.text}</h3>;
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
    case 'finding':
      return <Finding block={block} level={titled ? 4 : 3} />;
    case 'table':
      return <Table block={block} />;
    case 'picture':
      return <Picture block={block} />;
    case 'file':
      return <FileCard block={block} />;
  }
}

const isTitle = (block: Block): boolean => block.kind === 'text' && block.tone === 'title';

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
  const firstTitle = turn.blocks.findIndex(isTitle);
  return (
    <div class="answer">
      <Mark size={28} />
      <div class="answer-body">
        {turn.blocks.map((block, index) => (
          <BlockView key={index} block={block} titled={firstTitle >= 0 && firstTitle < index} />
        ))}
        {turn.draft !== null && <p class="said draft">{turn.draft}</p>}
        {turn.state === 'working' && <Progress text={turn.progress ?? texts.working} />}
        {turn.state === 'stopped' && <p class="said note">{texts.stopped}</p>}
        {turn.problem !== null && <p class="said warning">{turn.problem}</p>}
        {(turn.state === 'failed' || turn.state === 'stopped') && (
          <button type="button" class="button" aria-disabled={busy} onClick={() => onRetry(turn)}>
            <Icon name="retry" />
            <span>{texts.retry}</span>
          </button>
        )}
        {turn.personal && (
          <p class="said note personal">
            <Icon name="lock" />
            <span>{texts.personal}</span>
          </p>
        )}
        <Reasons blocks={turn.blocks} choices={turn.choices} />
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
