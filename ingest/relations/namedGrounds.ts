import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { Relation, RelationTarget } from '../../domain/validity.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { plainWords } from './clauses.ts';
import { findDocumentMentions } from './documentMentions.ts';
import { amendersIn, itemsOf } from './items.ts';

/** A law that is named by its title alone, with nothing behind it that tells which. */
const NAMED =
  /(?<!\p{L})((?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Điều lệ)\s+(?:(?!này|số\s|sửa đổi)|sửa đổi,?\s+bổ sung\s+một số điều\s+(?:của\s+)?(?:các\s+)?(?:Bộ luật|Luật|Pháp lệnh)\s+(?!số\s))\p{L}[\p{L}\s,-]{2,90}?)(?=\s*(?:$|[;.:(]|,\s*(?=\p{Lu}|được|đã|sửa)|\s(?:và\s(?=(?:các|Bộ luật|Luật|Pháp lệnh)\s)|(?:số|ngày|năm|quy định|về việc|đã|được)(?:\s|$))))/u;
/** The rules by which a party body works have no number: "Quy chế làm việc của Ban Chấp hành Đảng bộ …, khóa I, nhiệm kỳ 2025 - 2030". */
const NAMED_RULES =
  /^(?:[Cc]ác\s+)?(Quy chế\s+(?:làm việc|hoạt động|phối hợp|về)\s[^;.:(]{3,180}?)\s*,?\s*(?:[;.:(]|$)/u;

/** "(được sửa đổi, bổ sung bởi Nghị định số …)", and a law's own number: "Luật … (số 18/2000/QH10 ngày …)". */
const BRACKETS_THAT_NAME =
  /\(((?:(?:đã\s+)?được\s+(?:sửa đổi|bổ sung)|số\s+\d{1,4}\/\d{4}\/)[^()]{0,600})\)/gu;

/** The documents that words name as a ground, or as what is guided, each with the provisions named of it. */
export function groundsOf(
  words: string,
  kind: 'basis' | 'guides',
  source: number | null,
): readonly Relation[] {
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
