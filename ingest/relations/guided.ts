import type { ParsedDirective } from '../../domain/directive.ts';
import type { Relation, RelationTarget } from '../../domain/validity.ts';
import { fold } from '../../vietnamese/text.ts';
import { clausesOf, sentencesOf } from './clauses.ts';
import { groundsOf } from './namedGrounds.ts';
import { SELF } from './verbs.ts';

const GUIDES =
  /(?:quy định chi tiết|hướng dẫn)(?:\s*,?\s*(?:và\s+)?(?:chi tiết|hướng dẫn|biện pháp|các biện pháp|việc|thi hành|thực hiện|áp dụng|triển khai|về))*\s+/iu;
const OF_SELF = new RegExp(`(?<![\\p{L}])${SELF}\\s+(?:${GUIDES.source})`, 'iu');
/** Where the name of the document begins that is guided; before it stand provisions and "một số điều của". */
const GUIDED =
  /(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định|Kết luận|Quy chế|Điều lệ|Hướng dẫn|Chương trình|Kế hoạch|Đề án)\s/u;

/** What a document guides, by its title and its clauses. `laws`: on which it rests, for the numbers that a title leaves out. */
export function guidedBy(
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
