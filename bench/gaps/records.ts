import { databaseLocation } from '../../config.ts';
import type { RuleBook, Target } from '../../domain/requirement.ts';
import { readStanding } from '../../personnel/standing.ts';
import { measureBoard } from '../../personnel/targetBoard.ts';
import { readUnitView } from '../../personnel/unitView.ts';
import { FACETS } from '../../requirements/counting/facet.ts';
import { countPeople } from '../../requirements/counting/statistics.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/open.ts';
import { saveRoster } from '../../store/records/cadres.ts';
import { saveRules } from '../../store/rules/rules.ts';
import { percentile } from '../measures.ts';
import { makePlace } from '../place.ts';
import { createGapRules } from './gapRules.ts';
import { CAPITAL, generatePeople, generateUnits } from './people.ts';

const AS_OF = '2026-11-22';
const SIZES = [1_000, 10_000, CAPITAL];
/** People whose gaps are asked one after the other. */
const ASKED = 100;

/** Seconds unless the name says otherwise. */
export type RecordFigures = {
  readonly engine: string;
  readonly people: number;
  readonly store: number;
  readonly read: number;
  readonly targets: number;
  readonly facets: number;
  /** Reading and targets together: what `cli targets` and the board in chat take. */
  readonly board: number;
  readonly onePersonP50Ms: number;
  readonly onePersonP95Ms: number;
};

/**
 * How fast records are stored, counted and judged through the database, on databases of its own: on the server of a URL, where it
 * may create and drop databases, or embedded.
 */
export async function measureRecords(
  options: { readonly db?: string; readonly people?: number },
  say: (line: string) => void,
): Promise<readonly RecordFigures[]> {
  const figures: RecordFigures[] = [];
  for (const people of options.people === undefined ? SIZES : [options.people]) {
    say(`${people} people …`);
    figures.push(await withDatabase(options.db, (database) => measureOne(database, people)));
  }
  return figures;
}

async function measureOne(database: Database, people: number): Promise<RecordFigures> {
  const units = generateUnits();
  const cadres = [...generatePeople(people)];
  await saveRules(database, OPERATOR, withTargets(createGapRules()));
  const store = await seconds(() => saveRoster(database, OPERATOR, { units, cadres }, { dryRun: false }));
  const read = await seconds(() => readUnitView(database, OPERATOR, { asOf: AS_OF, unit: null }));
  const view = read.result;
  const targets = await seconds(async () => measureBoard(view, null));
  const facets = await seconds(async () =>
    countPeople(view.cadres, view.units, FACETS, AS_OF, view.book.positions),
  );
  const times: number[] = [];
  const step = Math.max(1, Math.floor(people / ASKED));
  for (let at = 0; at < people; at += step) {
    const code = cadres[at]?.code ?? '';
    const started = performance.now();
    await readStanding(database, OPERATOR, code, {
      asOf: AS_OF,
      assumption: null,
      purpose: { channel: 'bench', reason: 'staff', purpose: 'đo' },
    });
    times.push(performance.now() - started);
  }
  return {
    engine: database.engine,
    people,
    store: store.took,
    read: read.took,
    targets: targets.took,
    facets: facets.took,
    board: round(read.took + targets.took),
    onePersonP50Ms: round(percentile(times, 0.5)),
    onePersonP95Ms: round(percentile(times, 0.95)),
  };
}

/** Every requirement once more as a target, so that the board has as many lines as there are rules. */
function withTargets(book: RuleBook): RuleBook {
  const targets = book.requirements.slice(0, 5).map(
    ({ id, title, needs, reference }): Target => ({
      id: `${id}.target`,
      title,
      status: 'sample',
      from: null,
      until: null,
      unit: null,
      reference,
      measure: {
        kind: 'percent',
        percent: 90,
        group: { form: 'post', positions: [], leadership: true, months: null },
        condition: needs,
      },
    }),
  );
  return { ...book, targets };
}

async function seconds<T>(work: () => Promise<T>): Promise<{ readonly took: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { took: round((performance.now() - started) / 1000), result };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function withDatabase<T>(
  url: string | undefined,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const place = await makePlace(url);
  const database = await openDatabase(databaseLocation(place.at));
  try {
    return await work(database);
  } finally {
    await database.close();
    await place.remove();
  }
}
