import type { Element } from '@xmldom/xmldom';
import { child, children } from '../docx/docxXml.ts';
import { letter, roman } from '../listMarker.ts';

type Level = {
  /** `1`, `a`, `A`, `i`, `I`; empty for no number; `null` for a bullet. */
  readonly format: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows: 2 for "1.1". */
  readonly shown: number;
  readonly bullet: string;
};

/** Where a list stands: the last number of each level, from 1. */
export type ListCount = Map<number, number>;

function formatted(value: number, format: string): string {
  switch (format) {
    case 'I':
      return roman(value).toUpperCase();
    case 'i':
      return roman(value);
    case 'A':
      return letter(value).toUpperCase();
    case 'a':
      return letter(value);
    default:
      return String(value);
  }
}

function readLevel(element: Element): Level {
  const of = (name: string) => element.getAttribute(name);
  const isBullet = element.nodeName === 'text:list-level-style-bullet' || element.nodeName.endsWith('-image');
  return {
    format: isBullet ? null : (of('style:num-format') ?? ''),
    prefix: of('style:num-prefix') ?? '',
    suffix: of('style:num-suffix') ?? '',
    start: Number(of('text:start-value') ?? 1),
    shown: Number(of('text:display-levels') ?? 1),
    bullet: of('text:bullet-char') ?? '-',
  };
}

/** The name under which the numbers of headings stand. */
export const OUTLINE = '\0outline';

/** Automatic numbers of an OpenDocument text as the text that its writer sees. */
export class OdfNumbering {
  readonly #lists = new Map<string, ReadonlyMap<number, Level>>();

  constructor(roots: readonly Element[]) {
    for (const root of roots) {
      for (const group of ['office:styles', 'office:automatic-styles']) {
        const found = child(root, group);
        for (const style of found === undefined ? [] : children(found)) {
          const isOutline = style.nodeName === 'text:outline-style';
          if (style.nodeName !== 'text:list-style' && !isOutline) continue;
          const name = isOutline ? OUTLINE : (style.getAttribute('style:name') ?? '');
          this.#lists.set(
            name,
            new Map(
              children(style).map((level) => [
                Number(level.getAttribute('text:level') ?? 0),
                readLevel(level),
              ]),
            ),
          );
        }
      }
    }
  }

  /** Counts one more at a level (from 1) and gives its label with the space behind it; empty where there is none. */
  next(list: string | null, level: number, count: ListCount, startAt: string | null): string {
    const levels = this.#lists.get(list ?? '');
    const own = levels?.get(level);
    const value = startAt !== null ? Number(startAt) : (count.get(level) ?? (own?.start ?? 1) - 1) + 1;
    count.set(level, value);
    for (const deeper of [...count.keys()]) if (deeper > level) count.delete(deeper);
    if (own === undefined) return '';
    if (own.format === null) return `${/^[-–—+*•]$/u.test(own.bullet) ? own.bullet : '-'} `;
    if (own.format === '') return '';
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1) {
      const format = levels?.get(at)?.format;
      if (format) numbers.push(formatted(count.get(at) ?? levels?.get(at)?.start ?? 1, format));
    }
    return `${own.prefix}${numbers.join('.')}${own.suffix} `;
  }
}
