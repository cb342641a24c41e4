import { holds, liesBelow } from '../../domain/provisionPath.ts';
import { DOCUMENT_TYPES, documentNumberKey, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import type { Clause } from './clauses.ts';
import type { FailureReason } from './reasons.ts';
import type { AnswerSource } from './source.ts';

type Named = { readonly start: number; readonly end: number };

/** A document as a sentence names it: by its number, or by the beginning of it ("Nghị định 171"). */
type NamedDocument = Named & {
  readonly key: string | null;
  readonly serial: string;
  readonly year: string | null;
};

const LOOSE = new RegExp(
  `(?<![\\p{L}])(?:${DOCUMENT_TYPES.join('|')})\\s+(?:số\\s+)?(\\d{1,6})(?:\\s?/\\s?(\\d{4}))?(?![\\d/-]|[.,]\\d|\\s*(?:tháng|ngày|năm|tuần|quý|giờ|tiết|buổi|lần|người|%))`,
  'giu',
);

/** The documents that a plain text names. */
function documentsIn(text: string): readonly NamedDocument[] {
  const whole = findDocumentNumbers(text).map(({ number, start, end }) => ({
    key: documentNumberKey(text.slice(start, end)),
    serial: String(Number.parseInt(number.serial, 10)),
    year: number.year === null ? null : String(number.year),
    start,
    end,
  }));
  const loose = [...text.matchAll(LOOSE)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (whole.some((one) => start < one.end && end > one.start)) return [];
    return [{ key: null, serial: String(Number(match[1])), year: match[2] ?? null, start, end }];
  });
  return [...whole, ...loose].sort((a, b) => a.start - b.start);
}

const isSame = (said: NamedDocument, written: NamedDocument): boolean =>
  said.key === null
    ? said.serial === written.serial && (said.year === null || said.year === written.year)
    : said.key === written.key;

/** A text without the numbers of documents and provisions in it: blanks stand where they stood. */
export function withoutReferences(text: string): string {
  // "thang điểm 10", "từ 05 điểm a …" count points, they name no điểm.
  const provisions = findProvisionReferences(text).filter(
    ({ start }) => !/(?:thang|\d)\s+$/u.test(text.slice(0, start)),
  );
  const dashes = [...text.matchAll(/gạch đầu dòng (?:thứ )?(?:\d+|\p{L}+)/giu)].map(
    ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }),
  );
  const named: readonly Named[] = [...documentsIn(text), ...provisions, ...dashes];
  return named.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/**
 * Whether the documents and provisions that a sentence names are those it cites, or are named by them; and the clauses
 * that are left when a sentence names a part of what it cites.
 * @param sentence plain text, also of `clauses`
 */
export function checkReferences(
  sentence: string,
  sources: readonly AnswerSource[],
  clauses: readonly Clause[],
): { readonly reasons: readonly FailureReason[]; readonly clauses: readonly Clause[] } {
  const reasons: FailureReason[] = [];
  const named = documentsIn(sentence);
  for (const document of named) {
    if (sources.some((source) => documentsOf(source, clauses).some((one) => isSame(document, one)))) continue;
    const instead = sources.find(({ document: { number } }) => number !== null)?.document.number;
    const found = sentence.slice(document.start, document.end);
    reasons.push({ kind: 'wrong_document', found, ...(instead == null ? {} : { instead }) });
  }
  reasons.push(...turnedRelations(sentence, named, sources));
  const wanted: Clause[] = [];
  let narrows = true;
  for (const { path, start, end } of findProvisionReferences(sentence)) {
    if (path.some((label) => /này$/u.test(label))) {
      const own = path.filter((label) => !/này$/u.test(label));
      const known = own.length === 0 || clauses.some((clause) => speaksOfOwn(own, clause));
      if (!known) reasons.push({ kind: 'wrong_provision', found: sentence.slice(start, end) });
      continue;
    }
    const behind = named.find(
      (document) =>
        document.start >= end &&
        /^[\s,của]*(?:\p{L}+\s+){0,4}(?:số\s+)?$/u.test(sentence.slice(end, document.start)),
    );
    const own = sources.filter(
      (source) => behind === undefined || documentsIn(numberOf(source)).some((one) => isSame(behind, one)),
    );
    const parts = clauses.filter((clause) => own.includes(clause.source) && isAt(path, clause));
    // "hướng dẫn khoản 1" speaks of a provision; "theo khoản 1" says where it is written.
    if (parts.length > 0 && !PLACES.test(sentence.slice(0, start))) narrows = false;
    if (parts.length > 0) {
      wanted.push(...parts);
      continue;
    }
    narrows = false;
    // "Theo Điều 7 Thông tư …, …" says where it is written, and not of what is written there.
    const isOwn = behind !== undefined && own.length > 0 && OPENING.test(sentence.slice(0, start));
    if (!isOwn && sources.some((source) => mentions(source, clauses, path))) continue;
    reasons.push({ kind: 'wrong_provision', found: sentence.slice(start, end) });
  }
  // A source of which no part is named is cited whole.
  const narrowed = new Set(wanted.map(({ source }) => source));
  const isLeft = (clause: Clause) =>
    clause.kind === 'head' || wanted.includes(clause) || !narrowed.has(clause.source);
  const left = narrows && wanted.length > 0 ? clauses.filter(isLeft) : clauses;
  return { reasons, clauses: left };
}

/** Whether a clause stands at a place told as "khoản 4 Điều này", or names it. */
function speaksOfOwn(labels: readonly string[], { source, labels: place, text, above }: Clause): boolean {
  const low = labels.map((label) => label.toLowerCase());
  const within = (known: readonly string[]) => {
    const lowered = known.map((label) => label.toLowerCase());
    return low.every((label) => lowered.includes(label));
  };
  return (
    within([...source.path, ...place]) ||
    [text, ...above].flatMap(findProvisionReferences).some(({ path }) => within(path))
  );
}

const OPENING = /^(?:theo|tại|căn cứ)\s+$/iu;
const PLACES = /(?:^|(?<!\p{L})(?:theo|tại|căn cứ|ở|của|và|cứ vào|[,;(])\s*)$/iu;

/** "A thay thế B", where B is the document cited and nothing says that it has been changed by A. */
function turnedRelations(
  sentence: string,
  named: readonly NamedDocument[],
  sources: readonly AnswerSource[],
): readonly FailureReason[] {
  return named.flatMap((one, at): readonly FailureReason[] => {
    const other = named[at + 1];
    if (other === undefined) return [];
    const between = sentence.slice(one.end, other.start);
    if (
      !/^\s*(?:đã |sẽ |được ban hành để )?(?:thay thế|thay cho|bãi bỏ|sửa đổi|hướng dẫn|quy định chi tiết)(?!\p{L})[^,;.]{0,60}$/iu.test(
        between,
      )
    )
      return [];
    const isOwn = (document: NamedDocument) =>
      sources.some((source) => documentsIn(numberOf(source)).some((own) => isSame(document, own)));
    const isChange = sources.some((source) =>
      source.changedBy.flatMap(documentsIn).some((own) => isSame(one, own)),
    );
    const found = sentence.slice(one.start, other.end);
    return isOwn(other) && !isOwn(one) && !isChange ? [{ kind: 'wrong_document', found }] : [];
  });
}

function numberOf({ document: { number } }: AnswerSource): string {
  return number ?? '';
}

function documentsOf(source: AnswerSource, clauses: readonly Clause[]): readonly NamedDocument[] {
  const texts = clauses
    .filter((clause) => clause.source === source)
    .flatMap(({ text, above }) => [text, ...above]);
  return [numberOf(source), source.document.title ?? '', ...source.changedBy, ...texts].flatMap(documentsIn);
}

/** Whether a clause stands at the place that a sentence names, or below it. */
function isAt(named: readonly string[], { source, labels, kind }: Clause): boolean {
  if (holds(named, source.path)) return true;
  const place = [...source.path, ...labels.filter((label) => !source.path.includes(label))];
  if (kind !== 'head' && holds(named, place)) return true;
  const isWhole = named.some((label) => /^(?:điều|chương|phần|phụ lục) /iu.test(label));
  const low = place.map((label) => label.toLowerCase());
  return (
    !isWhole &&
    (kind !== 'head' ||
      named.every((label) => source.path.some((own) => own.toLowerCase() === label.toLowerCase()))) &&
    named.every((label) => low.includes(label.toLowerCase()))
  );
}

/** Whether the words of a source name the same provision, or stand at the head of it. */
function mentions(source: AnswerSource, clauses: readonly Clause[], path: readonly string[]): boolean {
  if (liesBelow(source.path, path)) return false;
  const last = path.at(-1)?.toLowerCase();
  const wanted = path.join(' ').toLowerCase();
  return clauses
    .filter((clause) => clause.source === source)
    .flatMap(({ text, above }) => [text, ...above])
    .flatMap(findProvisionReferences)
    .some(
      (one) =>
        resolved(one.path, source.path).join(' ').toLowerCase() === wanted ||
        (one.path.some((label) => /này$/u.test(label)) &&
          one.path.at(-1)?.toLowerCase() === last &&
          path.slice(0, -1).every((label) => source.path.includes(label))),
    );
}

/** "khoản 2 Điều này", said within Điều 13: khoản 2 Điều 13. */
function resolved(said: readonly string[], own: readonly string[]): readonly string[] {
  return said.map((label) => {
    const kind = /^(.+) này$/u.exec(label)?.[1];
    return kind === undefined ? label : (own.find((one) => one.startsWith(`${kind} `)) ?? label);
  });
}
