import { basename } from 'node:path';
import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { RuleBook } from '../../domain/requirement.ts';
import { KnownError } from '../../errors.ts';
import type { ReadRoster, RosterProblem } from '../../ingest/roster/readRoster.ts';
import { readRoster } from '../../ingest/roster/roster.ts';
import { readRuleBookFrom, SAMPLE_RULES } from '../../personnel/ruleFiles.ts';
import { readUnitView, type UnitView } from '../../personnel/unitView.ts';
import { prepareRules } from '../../requirements/gaps.ts';
import { createCatalogue } from '../../requirements/judge/catalogue.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { logShown, readUnits } from '../../store/records/cadres.ts';
import { readBytes } from '../documents/ingest.ts';
import { type CommonOptions, type Io, withExistingDatabase } from '../io.ts';
import { readDay } from '../search/questions.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** Options of every command that looks at people. */
export type PeopleOptions = CommonOptions & {
  readonly asOf?: string;
  /** A roster file instead of the database. */
  readonly roster?: string;
  /** Rule files instead of the database's rules. */
  readonly rules?: readonly string[];
  /** Only this unit and those below it. */
  readonly unit?: string;
};

/** Positions of a roster that no catalogue knows: rules for them would silently not apply. */
export function unknownPositions(cadres: readonly CadreRecord[], book: RuleBook): readonly string[] {
  const catalogue = createCatalogue(book.positions);
  const written = cadres.flatMap(({ posts, planned }) =>
    [...posts, ...planned].map(({ position }) => position),
  );
  return [...new Set(written)].filter((position) => catalogue.find(position).entry === null).sort();
}

/** What is done with people, and whom it shows: that goes into the access log where they come from the database. */
export type Look = {
  /** A few Vietnamese words for the access log. */
  readonly purpose: string;
  readonly reason: 'staff' | 'export';
  /** Whom it is going to show, and how; nothing is shown before it is logged. */
  readonly work: (view: UnitView) => {
    readonly shown: readonly string[];
    readonly show: () => Promise<void>;
  };
};

/**
 * Looks at people of a roster file (judged by `--rules`, else by the samples that come with the product), or of the database, as
 * whoever runs the machine.
 */
export async function lookAtPeople(io: Io, options: PeopleOptions, look: Look): Promise<void> {
  const asOf = readDay(options.asOf);
  if (options.roster !== undefined) {
    const { units, cadres } = await readRosterFile(io, options.roster);
    requireUnit(units, options.unit);
    const book = await readRuleBookFrom(options.rules ?? [SAMPLE_RULES]);
    await look.work(view(book, units, within(cadres, units, options.unit), asOf)).show();
    return;
  }
  await withExistingDatabase(io, options, async (database) => {
    requireUnit(await readUnits(database), options.unit);
    const stored = await readUnitView(database, OPERATOR, { asOf, unit: options.unit ?? null });
    const judged =
      options.rules === undefined
        ? stored
        : view(await readRuleBookFrom(options.rules), stored.units, stored.cadres, asOf);
    const { shown, show } = look.work(judged);
    await logShown(database, OPERATOR, shown, { channel: 'cli', reason: look.reason, purpose: look.purpose });
    await show();
  });
}

function requireUnit(units: readonly Unit[], code: string | undefined): void {
  if (code === undefined || units.some((unit) => unit.code === code)) return;
  throw new KnownError('not_found', texts.unitMissing(code));
}

function view(
  book: RuleBook,
  units: readonly Unit[],
  cadres: readonly CadreRecord[],
  asOf: IsoDate,
): UnitView {
  return { asOf, cadres, units, book, rules: prepareRules(book, units, asOf) };
}

/** Reads a roster; its faults become one `bad_input` that names the first ones. */
export async function readRosterFile(
  io: Io,
  path: string,
): Promise<Extract<ReadRoster, { ok: true }>['roster']> {
  const read = await checkRosterFile(io, path);
  if (read.ok) return read.roster;
  const shown = read.problems.slice(0, 5).map(problemText);
  throw new KnownError(
    'bad_input',
    texts.rosterFaults(basename(path), read.problems.length + read.more, shown),
  );
}

export async function checkRosterFile(io: Io, path: string): Promise<ReadRoster> {
  const { ingest: limits } = io.config();
  return readRoster(basename(path), await readBytes(path, limits), limits);
}

export function problemText({ sheet, row, column, message, remedy }: RosterProblem): string {
  return texts.problem(sheet, row, column, message, remedy);
}

function within(
  cadres: readonly CadreRecord[],
  units: readonly Unit[],
  unit: string | undefined,
): readonly CadreRecord[] {
  if (unit === undefined) return cadres;
  const inside = new Set([unit]);
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const { code, parent } of units) if (parent !== null && inside.has(parent)) inside.add(code);
  }
  return cadres.filter((cadre) => inside.has(cadre.unit));
}
