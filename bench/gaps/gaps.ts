import type { CadreRecord } from '../../domain/record.ts';
import { prepareRules } from '../../requirements/gaps.ts';
import { percentile } from '../measures.ts';
import { createGapRules } from './gapRules.ts';
import { judgeNaively } from './naiveRules.ts';
import { CAPITAL, generatePeople, generateUnits } from './people.ts';

const AS_OF = '2026-11-22';
const SIZES = [1_000, 10_000, CAPITAL];

type GapFigures = {
  readonly requirements: number;
  readonly rows: readonly {
    readonly people: number;
    /** Judging everyone once, on one core: the quickest of three runs. */
    readonly seconds: number;
    readonly microsPerPerson: number;
    /** Time of a person beside that of the smallest run: 1 is linear. */
    readonly growth: number;
    readonly peerSeconds: number;
    /** How many times as long the peer takes. */
    readonly peerRatio: number;
    /** People of whom the peer thinks otherwise; anything but 0 is a fault of one of the two. */
    readonly disagreements: number;
  }[];
  /** One person's gaps with all their words, over 2,000 people. */
  readonly onePersonMs: { readonly p50: number; readonly p95: number; readonly most: number };
};

/**
 * How fast people are judged, beside a plain evaluator in the same run. The first run of both warms them up and is not counted: what
 * is measured is a server that has been asked before.
 */
export function measureGaps(say: (line: string) => void): GapFigures {
  const book = createGapRules();
  const units = generateUnits();
  const rules = prepareRules(book, units, AS_OF);
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const naively = (person: CadreRecord) => judgeNaively(book, unitOf, AS_OF, person);
  const warm = [...generatePeople(5_000, 2)];
  timed(() => warm.forEach(rules.judge));
  timed(() => warm.forEach(naively));

  const rows: GapFigures['rows'][number][] = [];
  for (const size of SIZES) {
    say(`${size} people are being made up and judged …`);
    const people = [...generatePeople(size)];
    const seconds = quickest(() => people.forEach(rules.judge));
    const peerSeconds = quickest(() => people.forEach(naively));
    const microsPerPerson = (seconds * 1e6) / size;
    rows.push({
      people: size,
      seconds: rounded(seconds),
      microsPerPerson: rounded(microsPerPerson),
      growth: rounded(microsPerPerson / (rows[0]?.microsPerPerson ?? microsPerPerson)),
      peerSeconds: rounded(peerSeconds),
      peerRatio: rounded(peerSeconds / seconds),
      disagreements: people.filter((person) => !areEqual(rules.judge(person), naively(person))).length,
    });
  }
  const each = warm.slice(0, 2_000).map((person) => timed(() => rules.findGaps(person)) * 1_000);
  return {
    requirements: book.requirements.length,
    rows,
    onePersonMs: {
      p50: rounded(percentile(each, 0.5)),
      p95: rounded(percentile(each, 0.95)),
      most: rounded(Math.max(...each)),
    },
  };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Seconds of the quickest of three runs: what else the machine does only ever makes them longer. */
function quickest(work: () => unknown): number {
  return Math.min(timed(work), timed(work), timed(work));
}

/** Seconds. */
function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1_000;
}

function areEqual(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, status]) => other.get(id) === status);
}
