import type { ParsedDirective } from '../../domain/directive.ts';
import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { Relation, RelationTarget } from '../../domain/validity.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { fold } from '../../vietnamese/text.ts';
import { clausesOf, plainWords, sentencesOf } from './clauses.ts';
import { findDocumentMentions, issueDays } from './documentMentions.ts';
import { amendersIn, itemsOf } from './items.ts';
import { SELF } from './verbs.ts';

/** The part of a text in which a document says what it rests on is never longer, in UTF-16 units. */
const LONGEST_PREAMBLE = 12_000;
const LONGEST_LINE = 1_500;
/** Of a text without provisions only so much can be its opening. */
const LONGEST_OPENING = 3_000;

/**
 * What a directive rests on ("Căn cứ …") and what it guides ("quy định chi tiết …", "hướng dẫn thi hành …"). Neither says
 * anything of validity. A document that only stands in the name of another one is left out.
 */
export function readGrounds(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly Relation[] {
  if (parsed.kind === 'press') return [];
  const bases = [...basesOf(parsed), ...carriedOut(parsed)];
  const laws = bases.map(({ target }) => target);
  const own = parsed.header.number === null ? null : documentNumberKey(parsed.header.number);
  const days = issueDays(parsed.text);
  const seen = new Set<string>();
  return [...guidedBy(parsed, laws), ...bases]
    .map((relation) => {
      const { target } = relation;
      const issued =
        target.issued ?? (target.numberKey === null ? null : (days.get(target.numberKey) ?? null));
      return { ...relation, target: { ...target, issued } };
    })
    .filter(({ kind, target, provision }) => {
      const key = JSON.stringify([
        kind,
        target.numberKey ?? [fold(target.title ?? ''), target.issued],
        provision,
      ]);
      return (target.numberKey === null || target.numberKey !== own) && !seen.has(key) && seen.add(key);
    });
}

const BASIS = /^[\s\-–—•*+]*[Cc]ăn cứ(?:\s+vào)?\s+(?!để|tình hình|kết quả|điều kiện|yêu cầu|pháp l[ýu])/u;
/** A list of grounds that an editor made of the preamble: its heading, then its lines. */
const LIST_HEADING = /^[^\p{L}]*(?:căn cứ pháp (?:lý|luật)|.{0,60}các căn cứ sau)\s*:?\s*(?:\|\s*)?(.*)$/iu;
const LIST_ITEM =
  /^[\s\-–—•*+\d.]*(?=(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Hiến pháp|Quy định|Điều lệ|Chỉ thị|Kết luận)\s)/u;

/**
 * What party documents and plans rest on: "Thực hiện Nghị quyết số 05-NQ/TU ngày …, Ban Thường vụ ban hành …". Only at
 * the very beginning: further down the same words say what is to be done.
 */
const CARRIES_OUT =
  /^[\s\-–—•*+]*(?:Thực hiện|Triển khai(?: thực hiện)?)\s+(?=(?:các\s+)?(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Chương trình|Kế hoạch|Đề án|Thông báo|Hướng dẫn|Thông tư|Nghị định|Công văn)\s)/u;
/** Who decides, and what: behind it stand the document's own matters. */
const DECIDES =
  /[,;]\s*(?=[^,;]{3,80}\s(?:ban hành|xây dựng|đề ra|yêu cầu|hướng dẫn|thông báo|quyết định)\s).*$/su;

function carriedOut({ text, provisions }: Pick<ParsedDirective, 'text' | 'provisions'>): readonly Relation[] {
  const end = Math.min(provisions[0]?.start ?? text.length, LONGEST_OPENING);
  return (
    text
      .slice(0, end)
      .split('\n')
      .filter((line) => CARRIES_OUT.test(line) && line.length <= LONGEST_LINE)
      // A title may begin with the same words, and goes on to nobody who decides.
      .filter((line) => /[;,]\s*$/u.test(line) || DECIDES.test(line))
      .flatMap((line) => line.replace(DECIDES, '').split(/;\s*(?=(?:Thực hiện|Căn cứ)\s)/u))
      .filter((part) => CARRIES_OUT.test(part))
      .flatMap((part) => groundsOf(part.replace(CARRIES_OUT, ''), 'basis', null))
      .filter(({ target }) => target.numberKey !== null)
  );
}

function basesOf({ text, provisions }: Pick<ParsedDirective, 'text' | 'provisions'>): readonly Relation[] {
  // A preamble ends where the first provision begins; a document without provisions is one.
  const end = Math.min(firstProvision(provisions, text.length), LONGEST_PREAMBLE);
  const found: Relation[] = [];
  let listed = false;
  for (const line of text.slice(0, end).split('\n')) {
    if (line.trim() === '' || line.length > LONGEST_LINE) continue;
    const heading = LIST_HEADING.exec(line);
    if (heading !== null && !BASIS.test(line)) {
      listed = true;
      for (const part of (heading[1] ?? '').split(';')) found.push(...groundsOf(part, 'basis', null));
      continue;
    }
    if (BASIS.test(line)) {
      found.push(
        ...withoutEnacting(line)
          .split(/;\s*(?=[Cc]ăn cứ)/u)
          .flatMap((part) => groundsOf(part.replace(BASIS, ''), 'basis', null)),
      );
    } else if (listed && LIST_ITEM.test(line)) {
      found.push(...groundsOf(line.replace(LIST_ITEM, ''), 'basis', null));
    } else listed = false;
  }
  return found;
}

/** Who enacts what, where a wrapped line has run into the last ground: "…; Quốc hội ban hành Luật sửa đổi …". */
const ENACTING =
  /^(?!(?:[Cc]ăn cứ|Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Quy chế|Quy định)\s).{2,160}?\sban hành\s+(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định|Quy chế)\s/u;

function withoutEnacting(line: string): string {
  return line
    .split(/;\s+/u)
    .filter((part, at) => at === 0 || !ENACTING.test(part))
    .join('; ');
}

function firstProvision(provisions: ParsedDirective['provisions'], end: number): number {
  return provisions.find(({ kind }) => kind === 'dieu' || kind === 'chuong' || kind === 'phan')?.start ?? end;
}

/** A law that is named by its title alone, with nothing behind it that tells which. */
const NAMED =
  /(?<!\p{L})((?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Điều lệ)\s+(?:(?!này|số\s|sửa đổi)|sửa đổi,?\s+bổ sung\s+một số điều\s+(?:của\s+)?(?:các\s+)?(?:Bộ luật|Luật|Pháp lệnh)\s+(?!số\s))\p{L}[\p{L}\s,-]{2,90}?)(?=\s*(?:$|[;.:(]|,\s*(?=\p{Lu}|được|đã|sửa)|\s(?:và\s(?=(?:các|Bộ luật|Luật|Pháp lệnh)\s)|(?:số|ngày|năm|quy định|về việc|đã|được)(?:\s|$))))/u;
/** The rules by which a party body works have no number: "Quy chế làm việc của Ban Chấp hành Đảng bộ …, khóa I, nhiệm kỳ 2025 - 2030". */
const NAMED_RULES =
  /^(?:[Cc]ác\s+)?(Quy chế\s+(?:làm việc|hoạt động|phối hợp|về)\s[^;.:(]{3,180}?)\s*,?\s*(?:[;.:(]|$)/u;

/** "(được sửa đổi, bổ sung bởi Nghị định số …)", and a law's own number: "Luật … (số 18/2000/QH10 ngày …)". */
const BRACKETS_THAT_NAME =
  /\(((?:(?:đã\s+)?được\s+(?:sửa đổi|bổ sung)|số\s+\d{1,4}\/\d{4}\/)[^()]{0,600})\)/gu;

function groundsOf(words: string, kind: 'basis' | 'guides', source: number | null): readonly Relation[] {
  const unbracketed = kind === 'basis' ? words.replace(BRACKETS_THAT_NAME, ' $1 ') : words;
  const plain = plainWords(unbracketed).replace(/\s+/gu, ' ').trim();
  const sentence = {
    words: plain,
    documents: findDocumentMentions(plain),
    provisions: findProvisionReferences(plain),
  };
  const named = itemsOf(sentence, 0, plain.length).flatMap(({ target, places }) =>
    target === null
      ? []
      : relationsTo(
          target,
          places.map(({ path }) => path),
          kind,
          source,
        ),
  );
  // Who rests on a document as others have amended it rests on those too.
  const amenders = kind === 'basis' ? amendersIn(sentence) : [];
  if (named.length > 0 || sentence.documents.length > amenders.length) {
    return [...named, ...amenders.flatMap((target) => relationsTo(target, [], kind, source))];
  }
  const law = NAMED.exec(plain);
  // "các Nghị định quy định chi tiết thi hành các Luật": the laws are only what those carry out.
  const title = (
    law !== null && !/quy định chi tiết|hướng dẫn|thi hành/iu.test(plain.slice(0, law.index))
      ? law
      : NAMED_RULES.exec(plain)
  )?.[1]?.trim();
  if (title === undefined) return [];
  const target = { number: null, numberKey: null, title, issued: null };
  return [
    ...relationsTo(
      target,
      sentence.provisions.map(({ path }) => path),
      kind,
      source,
    ),
    ...amenders.flatMap((amender) => relationsTo(amender, [], kind, source)),
  ];
}

function relationsTo(
  target: RelationTarget,
  paths: readonly ProvisionPath[],
  kind: 'basis' | 'guides',
  source: number | null,
): readonly Relation[] {
  const common = { kind, target, partial: false, except: [], since: null, source };
  return paths.length === 0
    ? [{ ...common, scope: 'whole' as const, provision: null }]
    : paths.map((provision) => ({ ...common, scope: 'provision' as const, provision }));
}

const GUIDES =
  /(?:quy định chi tiết|hướng dẫn)(?:\s*,?\s*(?:và\s+)?(?:chi tiết|hướng dẫn|biện pháp|các biện pháp|việc|thi hành|thực hiện|áp dụng|triển khai|về))*\s+/iu;
const OF_SELF = new RegExp(`(?<![\\p{L}])${SELF}\\s+(?:${GUIDES.source})`, 'iu');
/** Where the name of the document begins that is guided; before it stand provisions and "một số điều của". */
const GUIDED =
  /(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định|Kết luận|Quy chế|Điều lệ|Hướng dẫn|Chương trình|Kế hoạch|Đề án)\s/u;

function guidedBy(
  parsed: Pick<ParsedDirective, 'header' | 'text' | 'provisions'>,
  laws: readonly RelationTarget[],
): readonly Relation[] {
  // "HƯỚNG DẪN" / "thực hiện Quy định số …": the verb is the type itself.
  const title =
    parsed.header.title !== null && parsed.header.type === 'Hướng dẫn' && !GUIDES.test(parsed.header.title)
      ? `Hướng dẫn ${parsed.header.title.charAt(0).toLowerCase()}${parsed.header.title.slice(1)}`
      : parsed.header.title;
  const verb = title === null ? null : GUIDES.exec(title);
  const byTitle =
    title === null || verb === null || GUIDED.test(title.slice(0, verb.index))
      ? []
      : guided(title.slice(verb.index + verb[0].length), null, laws);
  const byClauses = clausesOf(parsed).flatMap(({ provision, lines }) =>
    lines.flatMap((line) =>
      sentencesOf(line).flatMap((sentence) => {
        const match = OF_SELF.exec(sentence);
        return match === null ? [] : guided(sentence.slice(match.index + match[0].length), provision, laws);
      }),
    ),
  );
  const told = new Set(byClauses.map(({ target }) => target.numberKey ?? target.title));
  // A clause says which provisions where the title says "một số điều".
  return [...byTitle.filter(({ target }) => !told.has(target.numberKey ?? target.title)), ...byClauses];
}

function guided(words: string, source: number | null, laws: readonly RelationTarget[]): readonly Relation[] {
  const start = words.search(GUIDED);
  // "hướng dẫn việc … theo Nghị định …": a matter is guided, not the document.
  if (start === -1 || /(?<!\p{L})(?:theo|tại|được|trong|bằng)(?!\p{L})/u.test(words.slice(0, start)))
    return [];
  return groundsOf(words, 'guides', source).map((relation) => ({
    ...relation,
    target: knownLaw(relation.target, laws),
  }));
}

/** "Luật Mẫu về bồi dưỡng công chức": behind the law's name stands what of it is guided. No law's name has "về" further in. */
const MATTER = /^((?:Bộ luật|Luật|Pháp lệnh)\s+(?!về\s)\S.*?)\s+(?:về|trong|đối với|liên quan)\s.*$/su;

/** A law that the title names without its number is the one of that name among the grounds. */
function knownLaw(target: RelationTarget, laws: readonly RelationTarget[]): RelationTarget {
  if (target.number !== null || target.title === null) return target;
  const named = (title: string) =>
    laws.find(
      (law) => law.title !== null && fold(law.title) === fold(title) && (law.number ?? law.issued) !== null,
    );
  const name = target.title.replace(MATTER, '$1');
  return named(target.title) ?? named(name) ?? { ...target, title: name };
}
