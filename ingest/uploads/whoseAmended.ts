import type { ParsedDirective, StoredDirective } from '../../domain/directive.ts';
import type { StandardProposal } from '../../domain/proposal.ts';
import type { Database } from '../../store/database.ts';
import { findByNumber, readDirective } from '../../store/directives.ts';
import { isTold, type Whose, whoseStandard, withPostOnly } from '../proposals/whose.ts';

type Amended = Pick<StoredDirective, 'provisions'>;

/** Documents that amend more others are few, and each has to be read whole. */
const MOST = 20;

/**
 * A standard whose quoted words do not say for whom it is ("Sửa đổi khoản 2 Điều 5 như sau: …") is for whom the heading
 * of the article says that it amends, where that document can be read.
 */
export async function withAmendedWhose(
  parsed: ParsedDirective,
  readAmended: (number: string) => Promise<Amended | null>,
): Promise<ParsedDirective> {
  const known = new Map<string, Amended | null>();
  const requirements: StandardProposal[] = [];
  for (const standard of parsed.requirements) {
    const amended = isTold(standard) ? null : articleAmended(parsed, standard.provision);
    if (amended !== null && !known.has(amended.number) && known.size < MOST) {
      known.set(amended.number, await readAmended(amended.number));
    }
    const whose = amended === null ? null : headingOf(known.get(amended.number) ?? null, amended.article);
    requirements.push(whose === null ? standard : { ...standard, ...whose });
  }
  return { ...parsed, requirements };
}

/** A standard that was read anew from the words alone, with what was known of it before from the document that it amends. */
export function withWhoseBefore(
  standard: StandardProposal,
  before: readonly StandardProposal[],
): StandardProposal {
  if (isTold(standard)) return standard;
  const known = before.find(
    ({ provision, clause }) => provision === standard.provision && clause === standard.clause,
  );
  return known === undefined
    ? standard
    : { ...standard, title: known.title, grade: known.grade, code: known.code };
}

type AmendedArticle = { readonly number: string; readonly article: string };

/** The one article that a provision or what stands above it says it amends. */
function articleAmended({ provisions, relations }: ParsedDirective, from: number): AmendedArticle | null {
  for (let at: number | null = from; at !== null; at = provisions[at]?.parent ?? null) {
    const said = relations.flatMap(({ kind, source, target, provision }) => {
      const article = provision?.find((label) => label.startsWith('Điều '));
      const amends = kind === 'amends' || kind === 'supplements';
      return source === at && amends && target.number !== null && article !== undefined
        ? [{ number: target.number, article }]
        : [];
    });
    const [first] = said;
    if (first === undefined) continue;
    return said.every(({ number, article }) => number === first.number && article === first.article)
      ? first
      : null;
  }
  return null;
}

/** The live document with a number; `null` where there is none, or several: numbers come again at other offices. */
export async function readAmended(database: Database, number: string): Promise<Amended | null> {
  const [found, ...more] = await findByNumber(database, number);
  return found === undefined || more.length > 0 ? null : readDirective(database, found.id);
}

function headingOf(amended: Amended | null, article: string): Whose | null {
  const [found, ...more] = (amended?.provisions ?? []).filter(({ label }) => label === article);
  const heading = more.length > 0 ? null : (found?.heading ?? null);
  const whose = heading === null ? null : withPostOnly(whoseStandard(heading));
  return whose !== null && isTold(whose) ? whose : null;
}
