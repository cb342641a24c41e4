import { nameKey } from '../../vietnamese/nameKey.ts';
import { isLeadershipWord } from './ruleFileConditions.ts';
import { isRaw } from './ruleFileFields.ts';
import type { RuleText } from './ruleFileText.ts';
import { ruleFileTexts as texts } from './ruleFileTexts.ts';
import type { RuleProblem } from './ruleProblem.ts';

const WITH_IDS = ['requirements', 'equivalences', 'targets', 'classes'] as const;

type Step = string | number;
type Found = { readonly path: readonly Step[]; readonly name: string };

/**
 * Names that do not lead where they should: an id given twice, an example that expects what no rule says, a position that
 * the file's own catalogue lacks. Looks at the file as written, so that other problems do not hide these.
 */
export function referenceProblems(written: RuleText, knownIds: readonly string[]): readonly RuleProblem[] {
  const file = isRaw(written.value) ? written.value : {};
  const ids = WITH_IDS.flatMap((section) =>
    listOf(file[section]).flatMap((rule, index) => named(rule, 'id', [section, index])),
  );
  return [
    ...duplicates(ids, written),
    ...unknownExpected(file.examples, [...ids.map(({ name }) => name), ...knownIds], written),
    ...unknownPositions(file, written),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function named(value: unknown, key: string, path: readonly Step[]): readonly Found[] {
  const name = isRaw(value) ? value[key] : undefined;
  return typeof name === 'string' && name !== '' ? [{ path: [...path, key], name }] : [];
}

function duplicates(ids: readonly Found[], written: RuleText): readonly RuleProblem[] {
  const firstLines = new Map<string, number>();
  return ids.flatMap(({ path, name }) => {
    const place = written.placeOf(path);
    const first = firstLines.get(name);
    if (first === undefined) firstLines.set(name, place.line);
    return first === undefined ? [] : [{ ...place, message: texts.duplicateId(name, first) }];
  });
}

function unknownExpected(
  examples: unknown,
  known: readonly string[],
  written: RuleText,
): readonly RuleProblem[] {
  return listOf(examples).flatMap((example, index) => {
    const expected = isRaw(example) && isRaw(example.expect) ? Object.keys(example.expect) : [];
    return expected
      .filter((id) => !known.includes(id))
      .map((id) => ({
        ...written.placeOf(['examples', index, 'expect', id], 'key'),
        message: texts.unknownExpected(id, known),
      }));
  });
}

/** Only where the file has a catalogue of its own: positions may as well stand in another file. */
function unknownPositions(
  file: Readonly<Record<string, unknown>>,
  written: RuleText,
): readonly RuleProblem[] {
  const positions = listOf(file.positions);
  if (positions.length === 0) return [];
  const names = positions.flatMap((position) => named(position, 'name', [])).map(({ name }) => name);
  const aliases = positions.flatMap((position) =>
    isRaw(position) ? namesAt(position.aliases, []).map(({ name }) => name) : [],
  );
  const known = new Set([...names, ...aliases].map(nameKey));
  const used = [
    ...positions.flatMap((position, index) =>
      isRaw(position) ? namesAt(position.successors, ['positions', index, 'successors']) : [],
    ),
    ...WITH_IDS.flatMap((section) => positionsIn(file[section], [section])),
  ];
  return used
    .filter(({ name }) => !known.has(nameKey(name)))
    .map(({ path, name }) => ({ ...written.placeOf(path), message: texts.unknownPosition(name, names) }));
}

/** Names that stand at a place: one alone, or a list of them. */
function namesAt(value: unknown, path: readonly Step[]): readonly Found[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, name: value }];
  return listOf(value).flatMap((item, index) =>
    typeof item === 'string' ? [{ path: [...path, index], name: item }] : [],
  );
}

/** The positions that the conditions of a rule name, however deep they stand. */
function positionsIn(value: unknown, path: readonly Step[]): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => positionsIn(item, [...path, index]));
  if (!isRaw(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const here = [...path, key];
    if (key !== 'post' && key !== 'planned') return positionsIn(entry, here);
    return isLeadershipWord(entry) ? [] : namesAt(entry, here);
  });
}
