import type { Provision } from '../domain/directive.ts';
import { parseRoman } from '../vietnamese/roman.ts';
import { cleanText, fold } from '../vietnamese/text.ts';

/** A provision that a question names: each entry is a folded kind and its value, in the order found. */
export type NamedProvision = {
  readonly parts: readonly NamedPart[];
  /** The question with the words that name the provision taken out. */
  readonly rest: string;
};

type PartKind = 'phu luc' | 'phan' | 'chuong' | 'muc' | 'dieu' | 'khoan' | 'diem';
export type NamedPart = { readonly kind: PartKind; readonly value: string };

/** Numbers, dotted numbers, Roman numerals, single letters of the điểm alphabet. */
const NAMED =
  /(?<![\p{L}\p{N}])(?:(phụ lục|phu luc|phần|phan|chương|chuong|tiểu mục|tieu muc|mục|muc|điều|dieu|khoản|khoan|điểm|diem)\s+(thứ nhất|thứ hai|thứ ba|\d+(?:\.\d+)*[a-zđ]?|[ivxlc]+|[a-zđ])|(k|đ|d)(\d+))(?![\p{L}\p{N}])/giu;

const KINDS: Readonly<Record<string, PartKind>> = {
  'phu luc': 'phu luc',
  phan: 'phan',
  chuong: 'chuong',
  'tieu muc': 'muc',
  muc: 'muc',
  dieu: 'dieu',
  khoan: 'khoan',
  diem: 'diem',
  k: 'khoan',
  d: 'dieu',
};

/** Finds the provision that a question names, such as "khoản 2 điều 5", "k2 đ5", "muc 2.1"; `null` if none. */
export function findNamedProvision(question: string): NamedProvision | null {
  const text = cleanText(question);
  const parts: NamedPart[] = [];
  const rest = text.replace(
    NAMED,
    (whole, word?: string, value?: string, short?: string, digits?: string) => {
      const kind = KINDS[fold(word ?? short ?? '').replace(/\s+/g, ' ')];
      const named = (value ?? digits ?? '').toLowerCase();
      if (kind === undefined || !plausible(kind, named)) return whole;
      parts.push({ kind, value: named });
      return ' ';
    },
  );
  return parts.length === 0 ? null : { parts, rest };
}

/** "mục c", "khoản chi", "điều i" are words more often than names: each kind has its own form of value. */
function plausible(kind: PartKind, value: string): boolean {
  switch (kind) {
    case 'dieu':
      return /^\d+[a-zđ]?$/.test(value);
    case 'khoan':
      return /^\d+[a-zđ]?$/.test(value);
    case 'diem':
      return /^([a-zđ]|\d+(\.\d+)+)$/.test(value);
    case 'muc':
      return /^(\d+(\.\d+)*|[ivxlc]+)$/.test(value);
    default:
      return /^(\d+|[ivxlc]+|thứ \p{L}+)$/u.test(value);
  }
}

/**
 * The provisions of one directive that fit the name: the deepest named part is their own label and every other named
 * part stands on their path.
 */
export function matchProvisions<T extends Pick<Provision, 'label' | 'path'>>(
  provisions: readonly T[],
  parts: readonly NamedPart[],
): readonly T[] {
  return provisions.filter((provision) => {
    const own = parts.find((part) => labelIs(provision.label, part));
    if (own === undefined) return false;
    return parts.every((part) => provision.path.some((label) => labelIs(label, part)));
  });
}

function labelIs(label: string, part: NamedPart): boolean {
  const words = label.toLowerCase().split(' ');
  const value = words.at(-1) ?? '';
  const kind = fold(words.slice(0, -1).join(' '));
  if (part.value.includes('.')) return value === part.value;
  const sameKind =
    kind === part.kind ||
    (part.kind === 'muc' && (kind === 'phan' || kind === 'tieu muc')) || // "mục I" is a party Phần
    (part.kind === 'phan' && kind === 'phan thu');
  if (!sameKind) return false;
  return ordinal(value) === ordinal(part.value.split(' ').at(-1) ?? '');
}

const SPELLED: Readonly<Record<string, string>> = { nhất: '1', hai: '2', ba: '3', tư: '4', năm: '5' };

/** One spelling for 2, II and "hai", so that "chương 2" finds "Chương II". Letters stay as they are. */
function ordinal(value: string): string {
  const spelled = SPELLED[value];
  if (spelled !== undefined) return spelled;
  if (!/^[ivxlc]+$/.test(value)) return value.replace(/^0+(?=\d)/, '');
  return String(parseRoman(value) ?? value);
}
