import { addDays, type IsoDate } from '../../domain/day.ts';
import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import { holds, type ProvisionPath } from '../../domain/provisionPath.ts';
import type { Effect } from '../../domain/validity.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { clausesOf, sentencesOf } from './clauses.ts';
import { SELF } from './verbs.ts';

/** "Nghị định này có hiệu lực … từ ngày …" … */
const TAKES_EFFECT = new RegExp(`${SELF}[^;]{0,160}?hiệu lực`, 'u');
/** … and behind it ", trừ …". */
const LEAVES_OUT = /(?:[,;(]\s*|\s)(?:ngoại trừ|trừ|riêng)\s/u;
const BEGINS =
  /(?:bắt đầu\s+)?(?:có hiệu lực(?:\s+thi hành)?|(?:được\s+)?(?:áp dụng|thực hiện))(?:\s+thi hành)?,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)/gu;
const LASTS =
  /(?:có hiệu lực|(?:được\s+)?(?:áp dụng|thực hiện)|tiếp tục có hiệu lực)[^;]{0,80}?\sđến\s+(?:hết\s+)?(?:ngày\s+)?(?=\d{1,2}(?:\/|\s+tháng|-|\.))/u;
const ENDS = /hết hiệu lực(?:\s+thi hành)?,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)/u;
/** What may stand before the provisions of which a clause of effect speaks. */
const SUBJECT = new Set(
  (
    'riêng các những toàn bộ nội dung quy định điều khoản chế độ chính sách mức được nêu ghi tại về đối với của và phụ cấp ' +
    'trợ hỗ học phí tiêu chuẩn'
  ).split(' '),
);
const SELF_ALONE = new RegExp(`^(?:Riêng\\s+)?${SELF}\\s`, 'u');

type Found = {
  readonly path: ProvisionPath | null;
  readonly bound: Effect['bound'];
  readonly day: IsoDate | null;
};

/**
 * The provisions of a directive that begin or end on days of their own: "…, trừ khoản 2 Điều 5 có hiệu lực từ ngày …",
 * "Điều 12 của Thông tư này có hiệu lực kể từ …", "Điều 7 được áp dụng đến hết ngày …". The document's own first day
 * stands in its header.
 */
export function readEffects(
  parsed: Pick<ParsedDirective, 'kind' | 'text' | 'provisions'>,
): readonly Effect[] {
  if (parsed.kind === 'press') return [];
  const found: Found[] = [];
  for (const clause of clausesOf(parsed)) {
    for (const sentence of clause.lines.flatMap(sentencesOf)) {
      for (const one of /hiệu lực|áp dụng|thực hiện/u.test(sentence) ? readSentence(sentence) : []) {
        if (one.path === null) found.push(one);
        else {
          const path = resolveOwn(one.path, parsed.provisions[clause.provision]);
          if (path !== null) found.push({ ...one, path });
        }
      }
    }
  }
  const effects = found.flatMap(({ path, bound, day }): Effect[] => {
    if (path === null) return [{ provision: null, bound, day }];
    const provision = parsed.provisions.findIndex((one) => isNamed(path, one));
    return provision === -1 ? [] : [{ provision, bound, day }];
  });
  // "…, trừ Điều 5" tells no day; a clause further down may.
  const told = new Set(
    effects.filter(({ day }) => day !== null).map(({ provision, bound }) => `${provision} ${bound}`),
  );
  const kept = effects.filter(
    ({ provision, bound, day }) => day !== null || !told.has(`${provision} ${bound}`),
  );
  return [...new Map(kept.map((effect) => [`${effect.provision} ${effect.bound}`, effect])).values()];
}

function readSentence(sentence: string): readonly Found[] {
  const left = leftOut(sentence);
  if (left !== null && !/trường hợp[^;]*(?:xảy ra|phát sinh|đã|đang)/u.test(left)) return exceptions(left);
  // Another document's days are no business of this one.
  if (findDocumentNumbers(sentence).length > 0) return [];
  return [...ends(sentence), ...(SELF_ALONE.test(sentence) ? [] : begins(sentence))];
}

/** What a clause of effect leaves out: "…, trừ khoản 2 Điều 5 có hiệu lực từ ngày …". */
function leftOut(sentence: string): string | null {
  const takes = TAKES_EFFECT.exec(sentence);
  if (takes === null) return null;
  const rest = sentence.slice(takes.index + takes[0].length);
  const cut = LEAVES_OUT.exec(rest);
  return cut === null || rest.slice(0, cut.index).includes(';')
    ? null
    : rest.slice(cut.index + cut[0].length);
}

/** "khoản 2 Điều 5 có hiệu lực từ ngày A và Điều 7 có hiệu lực từ ngày B"; without a day, nobody knows it. */
function exceptions(words: string): readonly Found[] {
  if (findDocumentNumbers(words).length > 0) return [];
  const found: Found[] = [];
  let from = 0;
  for (const match of words.matchAll(BEGINS)) {
    const day = dateAt(words, match.index + match[0].length);
    for (const path of pathsIn(words.slice(from, match.index))) found.push({ path, bound: 'from', day });
    from = match.index + match[0].length;
  }
  if (found.length > 0) return found;
  const paths = pathsIn(words);
  // "trừ quy định tại khoản 2 Điều này": that clause itself names the provisions and their day.
  return paths
    .filter((path) => !path.some((label) => label.endsWith(' này')))
    .map((path) => ({ path, bound: 'from', day: null }));
}

function begins(sentence: string): readonly Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const match of sentence.matchAll(BEGINS)) {
    const day = dateAt(sentence, match.index + match[0].length);
    const subject = sentence.slice(from, match.index);
    if (day !== null && isSubject(subject)) {
      for (const path of pathsIn(subject)) found.push({ path, bound: 'from', day });
    }
    from = match.index + match[0].length + 12;
  }
  return found;
}

function ends(sentence: string): readonly Found[] {
  const lasts = LASTS.exec(sentence);
  const stops = lasts === null ? ENDS.exec(sentence) : null;
  const match = lasts ?? stops;
  if (match === null) return [];
  const named = dateAt(sentence, match.index + match[0].length);
  if (named === null) return [];
  const day = lasts === null ? addDays(named, -1) : named;
  const subject = sentence.slice(0, match.index);
  if (SELF_ALONE.test(sentence) && pathsIn(subject).length === 0)
    return [{ path: null, bound: 'until', day }];
  return isSubject(subject) ? pathsIn(subject).map((path) => ({ path, bound: 'until', day })) : [];
}

/** The stretch names provisions and nothing else that could be what begins or ends. */
function isSubject(words: string): boolean {
  const [first] = findProvisionReferences(words);
  if (first === undefined) return false;
  const lead =
    words
      .slice(0, first.start)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return lead.every((word) => SUBJECT.has(word));
}

function pathsIn(words: string): readonly ProvisionPath[] {
  return findProvisionReferences(words).map(({ path }) => path);
}

function dateAt(words: string, at: number): IsoDate | null {
  return parseDate(words.slice(at, at + 32));
}

/** "khoản 2 Điều này" → the Điều in which the words stand. */
function resolveOwn(path: ProvisionPath, clause: Provision | undefined): ProvisionPath | null {
  if (!path.some((label) => label.endsWith(' này'))) return path;
  const article = clause?.path.find((label) => label.startsWith('Điều '));
  if (article === undefined || path[0] !== 'Điều này') return null;
  return [article, ...path.slice(1)];
}

function isNamed(path: ProvisionPath, { label, path: own }: Provision): boolean {
  return label.toLowerCase() === path.at(-1)?.toLowerCase() && holds(path, own);
}
