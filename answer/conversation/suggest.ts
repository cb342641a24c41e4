import type { IsoDate } from '../../domain/day.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import type { Quoted } from '../answer.ts';
import { judge } from '../confidence.ts';

const MOST_QUESTIONS = 3;
/** Looked up at most, each by one search. */
const MOST_TRIED = 6;
const SHORTEST_HEADING = 10;
const LONGEST_HEADING = 60;

/**
 * Questions that may come next and that the documents answer: the headings of provisions beside the quoted one, nearest first, each
 * of which the search finds by these words.
 */
export async function suggestQuestions(
  queryable: Queryable,
  search: Searcher,
  { citations }: Pick<Quoted, 'citations'>,
  asOf: IsoDate,
): Promise<readonly string[]> {
  const [cited] = citations;
  const directive = cited === undefined ? null : await readDirective(queryable, cited.directiveId);
  if (cited === undefined || directive === null) return [];
  const headed = directive.provisions.filter(
    ({ heading, kind }) => heading !== null && kind !== 'chuong' && kind !== 'phan' && kind !== 'phu_luc',
  );
  const beside = headed
    .filter(({ start, end }) => end <= cited.start || start >= cited.end)
    .sort((a, b) => distance(a, cited) - distance(b, cited))
    .filter(({ heading }) => isQuestion(heading ?? ''))
    .slice(0, MOST_TRIED);
  const questions: string[] = [];
  for (const { heading, start, end } of beside) {
    if (questions.length === MOST_QUESTIONS) break;
    const asked = heading ?? '';
    const { hits } = await search(queryable, asked, { limit: 1, asOf, directiveIds: null });
    const [hit] = hits;
    const isHere =
      hit !== undefined && hit.directiveId === cited.directiveId && hit.start < end && hit.end > start;
    if (isHere && judge(hit.focus) !== null && !questions.includes(asked)) questions.push(asked);
  }
  return questions;
}

/** What a document says of itself is asked by nobody. */
const FORMAL =
  /phạm vi điều chỉnh|đối tượng áp dụng|hiệu lực|điều khoản thi hành|trách nhiệm thi hành|tổ chức thực hiện/iu;

function isQuestion(heading: string): boolean {
  return heading.length >= SHORTEST_HEADING && heading.length <= LONGEST_HEADING && !FORMAL.test(heading);
}

type Stretch = { readonly start: number; readonly end: number };

function distance(one: Stretch, other: Stretch): number {
  return one.end <= other.start ? other.start - one.end : one.start - other.end;
}
