import type { Element } from '@xmldom/xmldom';
import { letter, roman } from '../listMarker.ts';
import { child, children, childValue, toggle } from './docxXml.ts';

type Level = {
  readonly format: string;
  /** Such as `Điều %1.`; `%n` stands for the number of level n, from 1. */
  readonly pattern: string;
  readonly start: number;
  /** The level (from 1) whose increase restarts this one; 0 for never. */
  readonly restart: number | undefined;
  /** All numbers in it as arabic figures. */
  readonly legal: boolean;
  readonly suffix: string;
  readonly style: string | undefined;
};

type List = {
  readonly shared: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
};

function formatted(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function readLevel(element: Element): Level {
  const restart = childValue(element, 'w:lvlRestart');
  return {
    format: childValue(element, 'w:numFmt') ?? 'decimal',
    pattern: childValue(element, 'w:lvlText') ?? '',
    start: Number(childValue(element, 'w:start') ?? '0'),
    restart: restart === undefined ? undefined : Number(restart),
    legal: toggle(element, 'w:isLgl') ?? false,
    suffix: childValue(element, 'w:suff') ?? 'tab',
    style: childValue(element, 'w:pStyle'),
  };
}

function levelNumber(element: Element): number {
  return Number(element.getAttribute('w:ilvl') ?? '0');
}

function readLevels(element: Element): Map<number, Level> {
  const levels = children(element).filter((each) => each.nodeName === 'w:lvl');
  return new Map(levels.map((level) => [levelNumber(level), readLevel(level)]));
}

function readLists(root: Element): ReadonlyMap<string, List> {
  const all = children(root);
  const abstracts = all.filter((each) => each.nodeName === 'w:abstractNum');
  const levelsOf = (id: string): Map<number, Level> => {
    const found = abstracts.find((each) => each.getAttribute('w:abstractNumId') === id);
    const link = childValue(found, 'w:numStyleLink');
    // A list may live in a list style: the definition that carries the style's name holds the levels.
    const target =
      link === undefined ? found : abstracts.find((each) => childValue(each, 'w:styleLink') === link);
    return target === undefined ? new Map() : readLevels(target);
  };
  const lists = new Map<string, List>();
  for (const list of all.filter((each) => each.nodeName === 'w:num')) {
    const shared = childValue(list, 'w:abstractNumId') ?? '';
    const levels = levelsOf(shared);
    const startOverrides = new Map<number, number>();
    for (const override of children(list).filter((each) => each.nodeName === 'w:lvlOverride')) {
      const level = child(override, 'w:lvl');
      if (level !== undefined) levels.set(levelNumber(override), readLevel(level));
      const start = childValue(override, 'w:startOverride');
      if (start !== undefined) startOverrides.set(levelNumber(override), Number(start));
    }
    lists.set(list.getAttribute('w:numId') ?? '', { shared, levels, startOverrides });
  }
  return lists;
}

/** A bullet as text: a dash or plus stays, the pictures of symbol fonts become a dash. */
function bulletText(pattern: string): string {
  return /^[-–—+*•]$/u.test(pattern) ? pattern : '-';
}

/**
 * Word's automatic numbering as the text that Word shows. Feed it the numbered paragraphs in document order.
 */
export class DocxNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** Counters are kept per definition: lists that share one go on counting. */
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #started = new Set<string>();

  constructor(root: Element | undefined) {
    this.#lists = root === undefined ? new Map() : readLists(root);
  }

  /** The level at which a list numbers paragraphs of a style, where the list is tied to styles. */
  levelOfStyle(list: string, style: string): number | undefined {
    for (const [number, level] of this.#lists.get(list)?.levels ?? [])
      if (level.style === style) return number;
    return undefined;
  }

  /** The next label of a list at a level (from 0), with the space that follows it; empty for an unknown list. */
  next(listId: string, levelNumber: number): string {
    const list = this.#lists.get(listId);
    const level = list?.levels.get(levelNumber);
    if (list === undefined || level === undefined) return '';
    if (level.format === 'bullet') return `${bulletText(level.pattern)} `;
    const counters = this.#counters.get(list.shared) ?? new Map<number, number>();
    this.#counters.set(list.shared, counters);

    const override = list.startOverrides.get(levelNumber);
    const startKey = `${listId} ${levelNumber}`;
    if (override !== undefined && !this.#started.has(startKey)) counters.set(levelNumber, override);
    else counters.set(levelNumber, (counters.get(levelNumber) ?? level.start - 1) + 1);
    this.#started.add(startKey);
    for (const deeper of [...counters.keys()]) {
      const restart = list.levels.get(deeper)?.restart;
      const restarts =
        restart === undefined ? deeper > levelNumber : restart > levelNumber && deeper > levelNumber;
      if (restarts) counters.delete(deeper);
    }

    const label = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const other = Number(digit) - 1;
      const format = list.levels.get(other)?.format ?? 'decimal';
      const value = counters.get(other) ?? list.levels.get(other)?.start ?? 1;
      return formatted(value, level.legal ? 'decimal' : format);
    });
    if (label === '') return '';
    return level.suffix === 'nothing' ? label : `${label} `;
  }
}
