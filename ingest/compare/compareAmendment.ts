import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import { holds, type ProvisionPath } from '../../domain/provisionPath.ts';
import { CHANGE_KINDS, type Relation } from '../../domain/validity.ts';
import type { Comparable } from './align.ts';
import type { ProvisionChange } from './compareTexts.ts';
import { withChangedPhrases } from './phrases.ts';
import { compareWords } from './words.ts';

/** A change with the clause that makes it. */
export type Amendment = ProvisionChange & {
  /** Index of the clause in the amending text; `null` for its title. */
  readonly clause: number | null;
};

/**
 * What an amending document does to the text of the one it amends, by provision: the old words beside the new ones that it gives in
 * quotation marks. Provisions of which it only says in general that they change are left out. Pure.
 * @param numberKey of the amended document
 */
export function compareAmendment(
  amending: Pick<ParsedDirective, 'text' | 'provisions' | 'relations'>,
  amended: Comparable,
  numberKey: string,
): readonly Amendment[] {
  const found = amending.relations
    .filter((relation) => changesProvisionOf(relation, numberKey))
    .flatMap((relation) => amendmentsOf(relation, amending, amended));
  // An article's heading and its words may say the same of a provision.
  return found.filter(
    (one, at) =>
      !found.slice(0, at).some(({ path, after, before }) => {
        const isThere = path.join('\n') === one.path.join('\n');
        return isThere && after === one.after && before === one.before;
      }),
  );
}

/** Whether a relation says what becomes of a provision of the document with this number. */
export function changesProvisionOf({ kind, target, scope }: Relation, numberKey: string): boolean {
  return (
    target.numberKey === numberKey && scope === 'provision' && CHANGE_KINDS.some((known) => known === kind)
  );
}

function amendmentsOf(
  relation: Relation,
  amending: Pick<ParsedDirective, 'text' | 'provisions'>,
  amended: Comparable,
): readonly Amendment[] {
  const { provision: path, source, kind, partial } = relation;
  if (path === null) return [];
  const clause = source === null ? undefined : amending.provisions[source];
  const said = clause === undefined ? '' : amending.text.slice(clause.start, clause.end);
  const target = topmost(amended.provisions.filter((one) => holds(path, one.path)));
  const before = target === undefined ? null : amended.text.slice(target.start, target.end).trim();
  const place = { path: target?.path ?? path, from: null, clause: source };
  const exchanged = before === null ? null : withChangedPhrases(said, before);
  if (kind === 'repeals' && !partial) {
    return before === null ? [] : [{ kind: 'removed', ...place, before, after: null, words: [] }];
  }
  const given = quoted(said);
  // What else is quoted where only something in the provision changes are not its new words.
  if (partial && exchanged === null && (given === null || !isLabelled(given, path))) return [];
  const after = exchanged ?? (given === null ? null : ownWords(given, path));
  if (after === null) return [];
  if (before === null || (kind === 'supplements' && exchanged === null)) {
    return [{ kind: 'added', ...place, path: addedPath(path, after), before: null, after, words: [] }];
  }
  return [{ kind: 'changed', ...place, before, after, words: compareWords(before, after) }];
}

/** Where the new words belong that are added below a provision: their own label says it. */
function addedPath(below: ProvisionPath, words: string): ProvisionPath {
  const article = /^Điều\s+(\d+[a-zđ]*)[.:]/iu.exec(words)?.[1];
  if (article !== undefined && below.at(-1) === `Điều ${article}`) return below;
  if (article !== undefined) return [`Điều ${article}`];
  const last = below.at(-1) ?? '';
  const clause = /^(\d+[a-zđ]?)\.\s/iu.exec(words)?.[1];
  if (clause !== undefined && last.startsWith('Điều ')) return [...below, `khoản ${clause}`];
  const point = /^([a-zđ]\d?)\)\s/iu.exec(words)?.[1];
  return point !== undefined && last.startsWith('khoản ') ? [...below, `điểm ${point}`] : below;
}

/** How a provision of the rung begins, and its number or letter. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['Điều ', /^Điều\s+(\d+[a-zđ]*)[.:]/iu],
  ['khoản ', /^(\d+[a-zđ]?)\.\s/iu],
  ['điểm ', /^([a-zđ]\d?)\)\s/iu],
];

function isLabelled(words: string, path: ProvisionPath): boolean {
  const label = path.at(-1) ?? '';
  const [rung, begins] = LABELS.find(([name]) => label.startsWith(name)) ?? [];
  const own = begins?.exec(words)?.[1]?.toLowerCase();
  return own !== undefined && own === label.slice(rung?.length ?? 0).toLowerCase();
}

/** Of new words for several provisions ("Bổ sung các khoản 5, 6 …: “5. … 6. …”") those of one of them; else all. */
function ownWords(words: string, path: ProvisionPath): string {
  const label = path.at(-1) ?? '';
  const [rung, begins] = LABELS.find(([name]) => label.startsWith(name)) ?? [];
  if (rung === undefined || begins === undefined) return words;
  const lines = words.split('\n');
  const labels = lines.map((line) => begins.exec(line.trim())?.[1]?.toLowerCase());
  const start = labels.indexOf(label.slice(rung.length).toLowerCase());
  if (start === -1) return words;
  const end = labels.findIndex((one, at) => at > start && one !== undefined);
  return lines
    .slice(start, end === -1 ? undefined : end)
    .join('\n')
    .trim();
}

/** Between the first opening and the last closing quotation mark. */
function quoted(said: string): string | null {
  const start = said.search(/[“"]/u);
  const end = Math.max(said.lastIndexOf('”'), said.lastIndexOf('"'));
  return start === -1 || end <= start ? null : said.slice(start + 1, end).trim();
}

function topmost(provisions: readonly Provision[]): Provision | undefined {
  return provisions.toSorted((a, b) => a.path.length - b.path.length)[0];
}
