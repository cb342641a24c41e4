import { writePath } from '../../domain/citation.ts';
import type { ProvisionChange } from './compareTexts.ts';
import type { WordChange } from './words.ts';

/** What comparisons say, in one place. */
const texts = {
  outside: 'Phần mở đầu',
  added: (text: string) => `thêm “${text}”`,
  removed: (text: string) => `bỏ “${text}”`,
  moved: (from: string) => `chuyển từ ${from}`,
  same: 'Không có khác biệt.',
} as const;

/** Words around a change that show where it is. */
const AROUND = 4;
/** Letters of one side that are shown. */
const LONGEST = 300;

/** Changes as lines: `khoản 2 Điều 5: “… không quá 50% …” → “… không quá 60% …”`. */
export function changeLines(changes: readonly ProvisionChange[]): readonly string[] {
  return changes.length === 0 ? [texts.same] : changes.map(changeLine);
}

function changeLine(change: ProvisionChange): string {
  const place = change.path.length === 0 ? texts.outside : writePath(change.path);
  switch (change.kind) {
    case 'added':
      return `${place}: ${texts.added(shorten(change.after ?? ''))}`;
    case 'removed':
      return `${place}: ${texts.removed(shorten(change.before ?? ''))}`;
    case 'changed':
      return `${place}: ${wordsLine(change.words)}`;
    case 'moved': {
      const moved = `${place}: ${texts.moved(writePath(change.from ?? []))}`;
      return change.words.length === 0 ? moved : `${moved}; ${wordsLine(change.words)}`;
    }
  }
}

/** Both sides from the first change to the last, with some words around; long stretches that are the same are left out. */
function wordsLine(words: readonly WordChange[]): string {
  const first = words.findIndex(({ change }) => change !== 'same');
  const last = words.findLastIndex(({ change }) => change !== 'same');
  const shown = words.slice(Math.max(first - 1, 0), last + 2).map((part, at, all) => ({
    ...part,
    text: part.change === 'same' ? around(part.text, at === 0, at === all.length - 1) : part.text,
  }));
  const side = (own: 'added' | 'removed') =>
    shorten(
      shown
        .filter(({ change }) => change === 'same' || change === own)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join(' '),
    );
  return `“${side('removed')}” → “${side('added')}”`;
}

function around(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  if (isFirst && isLast) return text;
  if (isFirst) return words.length <= AROUND ? text : `… ${words.slice(-AROUND).join(' ')}`;
  if (isLast) return words.length <= AROUND ? text : `${words.slice(0, AROUND).join(' ')} …`;
  return words.length <= 3 * AROUND
    ? text
    : `${words.slice(0, AROUND).join(' ')} … ${words.slice(-AROUND).join(' ')}`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
