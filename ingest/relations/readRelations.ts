import type { ParsedDirective } from '../../domain/directive.ts';
import type { Relation, RelationTarget } from '../../domain/validity.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { clausesOf, plainWords, sentencesOf } from './clauses.ts';
import { complete, type Kept, remaining } from './complete.ts';
import { knownLaws } from './documentMentions.ts';
import { type Context, NOTHING, readSentence } from './readSentence.ts';

/** Types that say what is to be done: "Sửa đổi Quy định số …" is a task there. */
const PLANS = new Set([
  ...['Kế hoạch', 'Chương trình', 'Chương trình hành động', 'Đề án', 'Phương án', 'Báo cáo', 'Tờ trình'],
  ...['Công điện', 'Giấy mời'],
]);

const LONGEST_TITLE = 2_000;

/**
 * What a directive says it does to others: in its title, in its clauses of effect, in its amendments. What it rests on
 * ("Căn cứ"), what it cites, and what it lets others go on applying is nothing of the kind.
 */
export function readRelations(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly Relation[] {
  if (parsed.kind === 'press') return [];
  const titled = titleRelations(parsed.header.title);
  const enacted = enactedTitle(parsed);
  const byTitle = titled.length > 0 ? titled : titleRelations(enacted);
  const [only, ...more] = distinctTargets(byTitle);
  const target = more.length === 0 ? (only ?? null) : null;
  // A letter "V/v đính chính …" says in its opening that it corrects, and then lists the places.
  const lists = target !== null && byTitle.every(({ kind }) => kind === 'corrects');
  const root: Context = {
    ...NOTHING,
    target,
    verb: lists ? { kind: 'corrects', since: null, ofWords: false } : null,
    laws: knownLaws([enacted ?? '', parsed.text.slice(0, LONGEST_PREAMBLE).normalize('NFC')]),
    commands: byTitle.length > 0 || !PLANS.has(parsed.header.type ?? ''),
  };
  const contexts = new Map<number, Context>();
  const relations: Relation[] = [];
  const kept: Kept[] = [];
  const clauses = clausesOf(parsed);
  const parents = new Set(clauses.map(({ parent }) => parent));
  for (const clause of clauses) {
    let context = (clause.parent === null ? undefined : contexts.get(clause.parent)) ?? root;
    for (const [at, line] of clause.lines.entries()) {
      for (const sentence of sentencesOf(line)) {
        kept.push(...remaining(sentence));
        const heads =
          (clause.isArticle && at === 0 && !/[.;]$/u.test(sentence)) ||
          ANNOUNCES.test(sentence) ||
          (parents.has(clause.provision) && at === clause.lines.length - 1 && AMENDS.test(sentence));
        const read = readSentence(sentence, context, clause);
        relations.push(...read.relations);
        if (heads) context = read.below;
      }
    }
    contexts.set(clause.provision, context);
  }
  const own = parsed.header.number === null ? null : documentNumberKey(parsed.header.number);
  return complete([...byTitle, ...relations], kept, parsed).filter(
    ({ target }) => target.numberKey === null || target.numberKey !== own,
  );
}

/** The sentence tells what the ones below it speak of: "… như sau:", "Sửa đổi một số điều của Nghị định số ….". */
const ANNOUNCES =
  /:\s*¤?[.;]*\s*$|^(?:Sửa đổi|Bổ sung|Điều chỉnh)[^;]*\smột số\s+(?:điều|khoản|điểm|nội dung)[^;]*$/u;

/** "8. Sửa đổi Điều 11." above "a) Khoản 1 được sửa đổi như sau …". */
const AMENDS = /^(?:Sửa đổi|Bổ sung|Điều chỉnh)(?!\p{L})/u;

const ENACTS =
  /(?<!\p{L})ban hành\s+(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định)\s+(?:quy định\s+)?(?=(?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?!\p{L}))/u;
const LONGEST_PREAMBLE = 12_000;

/** A law's title names no number; its preamble does: "Quốc hội ban hành Luật sửa đổi … của Luật … số 155/2018/QH14." */
function enactedTitle({ text, provisions }: Pick<ParsedDirective, 'text' | 'provisions'>): string | null {
  const end = Math.min(provisions[0]?.start ?? 0, LONGEST_PREAMBLE);
  for (const line of text.slice(0, end).split('\n').toReversed()) {
    const match = ENACTS.exec(line);
    if (match !== null) return line.slice(match.index + match[0].length);
  }
  return null;
}

const TITLE_VERBS = [
  /sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính|điều chỉnh/iu,
  /sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính/iu,
];

/** "Sửa đổi, bổ sung một số điều của Quyết định số 915/2026/QĐ-UBND", with or without the type before it. */
function titleRelations(title: string | null): readonly Relation[] {
  if (title === null) return [];
  const words = plainWords(title.slice(0, LONGEST_TITLE)).replace(/\s+/gu, ' ');
  for (const pattern of TITLE_VERBS) {
    const verb = pattern.exec(words);
    // What a document guides may be an amending one; it amends nothing itself.
    if (verb === null || verb.index > 60 || /quy định chi tiết|hướng dẫn/iu.test(words.slice(0, verb.index)))
      continue;
    const read = readSentence(words.slice(verb.index), NOTHING, null).relations;
    if (read.length > 0) return read.map((relation) => ({ ...relation, source: null }));
  }
  return [];
}

function distinctTargets(relations: readonly Relation[]): readonly RelationTarget[] {
  return [...new Map(relations.map(({ target }) => [target.numberKey ?? target.title, target])).values()];
}
