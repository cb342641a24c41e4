import type { ParsedDirective } from '../../domain/directive.ts';
import type { Relation } from '../../domain/validity.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { issueDays } from './documentMentions.ts';
import { guidedBy } from './guided.ts';
import { groundsOf } from './namedGrounds.ts';

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
