import { editDistance, editDistanceWithin } from './editDistance.ts';
import { SURNAMES } from './surnames.ts';
import { fold } from './text.ts';

/** Lines of a signature block as a stamp spoils them, told by the few posts that sign and by the rule for deputies. */

const HEADS = [
  ...['THỦ TƯỚNG', 'BỘ TRƯỞNG', 'CHỦ NHIỆM', 'CHỦ TỊCH', 'GIÁM ĐỐC', 'TỔNG GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
  ...[
    'TỔNG CỤC TRƯỞNG',
    'CỤC TRƯỞNG',
    'VỤ TRƯỞNG',
    'VIỆN TRƯỞNG',
    'HIỆU TRƯỞNG',
    'TRƯỞNG BAN',
    'TRƯỞNG PHÒNG',
  ],
  ...['BÍ THƯ', 'THỐNG ĐỐC', 'TỔNG THANH TRA', 'CHÁNH THANH TRA', 'CHÁNH ÁN', 'CHI CỤC TRƯỞNG'],
];

const deputyOf = (head: string) => (head === 'BỘ TRƯỞNG' ? 'THỨ TRƯỞNG' : `PHÓ ${head}`);
const POSTS = [...HEADS, ...HEADS.map(deputyOf)];

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, '');

/** So much of a deputy's post may be spoilt, where the line above says whose deputy signs. */
const mostSpoilt = 0.25;
/** Shorter posts are a letter apart from other words. */
const leastLetters = 7;

/**
 * The post that a line of a signature block names, `PHỦ TƯỚNG` → `THỦ TƯỚNG`: a letter may be wrong, and under "KT. …"
 * some of them. `above`: the block's line before, as put right. `null` where no one post is meant.
 */
export function signingPost(line: string, above: string | null): string | null {
  const text = line
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}]+$/u, '')
    .trim();
  const acting = /^((?:KT|Q|TL|TUQ)\. ?)(\p{Lu}[\p{Lu} ,]+)$/u.exec(text);
  if (acting !== null) {
    const parts = (acting[2] ?? '').split(/,\s*/).map((part) => nearest(part));
    return parts.includes(null) ? null : (acting[1] ?? '') + parts.join(', ');
  }
  const heads = /^KT\. ?(.+)$/u.exec(above ?? '')?.[1]?.split(/,\s*/) ?? [];
  for (const post of heads.map(deputyOf)) {
    const wanted = fold(lettersOf(post));
    if (editDistanceWithin(fold(lettersOf(text)), wanted) <= wanted.length * mostSpoilt) return post;
  }
  return nearest(text);
}

function nearest(text: string): string | null {
  const letters = lettersOf(text);
  const near = POSTS.filter((post) => {
    const wanted = lettersOf(post);
    return wanted === letters || (wanted.length >= leastLetters && editDistance(letters, wanted) <= 1);
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

const NAME = /(?<!\S)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}$/u;

/** The one surname that differs in its first letter: `1ê` → `Lê`. */
function surnameFor(read: string): string | null {
  const rest = read.toLowerCase().slice(1);
  const found = [...SURNAMES].filter((name) => name.length === read.length && name.slice(1) === rest);
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.charAt(0).toUpperCase() + only.slice(1) : null;
}

/**
 * The name at the end of a line of a signature block. Where a stamp spoilt its beginning, the one of the same end that
 * `elsewhere`, the page's other words, has; `null` where there is none, or no surname.
 */
export function signingName(line: string, elsewhere: string): string | null {
  const isName = (name: string) => SURNAMES.has((name.split(' ')[0] ?? '').toLowerCase());
  const whole = NAME.exec(line.trim())?.[0];
  if (whole !== undefined && isName(whole)) return whole;
  const first = /(?:^|\s)(\S{2,})( \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)$/u.exec(line.trim());
  const surname = surnameFor(first?.[1] ?? '');
  if (surname !== null) return surname + (first?.[2] ?? '');
  const end = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.exec(line.trim())?.[0];
  if (end === undefined) return null;
  const found = new Set(
    [...elsewhere.matchAll(new RegExp(`\\p{Lu}\\p{Ll}+ ${end}(?!\\p{L})`, 'gu'))].map(([name]) => name),
  );
  const [name] = [...found].filter(isName);
  return found.size === 1 && name !== undefined ? name : null;
}
