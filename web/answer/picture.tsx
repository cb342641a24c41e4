import type { JSX } from 'preact';
import type { Block } from '../../bot/message.ts';
import { vietnamDay } from '../../domain/day.ts';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { saveFile } from './download.ts';

const words = texts.picture;

/** Alternative text longer than this (UTF-16 units) is tiring to hear in one breath. */
const longAlt = 160;

function sentencesOf(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((one) => one !== '');
}

function shortAlt(sentences: readonly string[]): string {
  const [first = ''] = sentences;
  return first !== '' && first.length <= longAlt ? `${first} ${words.moreBelow}` : words.moreBelow;
}

/** A picture at its own proportions from the first moment, with all that it shows in words as well. */
export function Picture({ block }: { readonly block: Extract<Block, { kind: 'picture' }> }): JSX.Element {
  const { png, width, height, alt } = block;
  const sentences = alt.length > longAlt ? sentencesOf(alt) : [];
  return (
    <figure class="picture">
      <img
        src={`data:image/png;base64,${png}`}
        width={width}
        height={height}
        alt={sentences.length > 0 ? shortAlt(sentences) : alt}
      />
      <div class="picture-ways">
        {sentences.length > 0 && (
          <details>
            <summary>{words.inWords}</summary>
            <ul>
              {sentences.map((sentence, index) => (
                <li key={index}>{sentence}</li>
              ))}
            </ul>
          </details>
        )}
        <button
          type="button"
          class="button quiet save"
          onClick={() => saveFile(words.fileName(vietnamDay(new Date())), 'image/png', png)}
        >
          <Icon name="download" />
          <span>{words.save}</span>
        </button>
      </div>
    </figure>
  );
}
