import { lackingReport } from '../../bot/reports/lackingReport.ts';
import { statisticsReport } from '../../bot/reports/statisticsReport.ts';
import { targetReport } from '../../bot/reports/targetReport.ts';
import { writeReference } from '../../domain/citation.ts';
import { writeLevel } from '../../domain/levelNames.ts';
import { KnownError } from '../../errors.ts';
import { measureBoard } from '../../personnel/targetBoard.ts';
import { findLacking } from '../../personnel/whoLacks.ts';
import type { Report } from '../../reports/report.ts';
import { writeDocx, writeXlsx } from '../../reports/writeReport.ts';
import { FACETS, type Facet } from '../../requirements/counting/facet.ts';
import { countPeople } from '../../requirements/counting/statistics.ts';
import type { TargetResult } from '../../requirements/counting/targets.ts';
import { readLevel } from '../../vietnamese/levels.ts';
import type { ExitCode, Io } from '../io.ts';
import { readDay } from '../search/questions.ts';
import { writeNewFile } from './files.ts';
import { lookAtPeople, type PeopleOptions } from './people.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

type ReportOptions = PeopleOptions & { readonly xlsx?: string; readonly docx?: string };

/** `targets`: one line a target, with the codes of who is missing. */
export async function targetsCommand(
  io: Io,
  options: ReportOptions & { readonly compare?: string },
): Promise<ExitCode> {
  await lookAtPeople(io, options, {
    purpose: texts.purposes.targets,
    reason: reasonOf(options),
    work: (view) => {
      const board = measureBoard(view, options.compare === undefined ? null : readDay(options.compare));
      if (board.length === 0) throw new KnownError('not_found', texts.noTargets);
      const named = board.flatMap(({ result }) =>
        result.kind === 'percent' ? [...result.missing, ...result.unknown] : [],
      );
      return {
        shown: [...new Set(named)],
        show: async () => {
          await writeReports(io, options, () => targetReport(view, board.map(uncited), staffUnits(options)));
          for (const { result, before } of board) {
            io.out(
              options.json === true
                ? JSON.stringify({
                    ...targetJson(result),
                    ...(before === null ? {} : { before: targetJson(before) }),
                  })
                : targetText(result, before, options.compare ?? ''),
            );
          }
        },
      };
    },
  });
  return 0;
}

const uncited = (line: ReturnType<typeof measureBoard>[number]) => ({ ...line, citation: null });

function targetJson(result: TargetResult) {
  const { target } = result;
  const common = {
    target: target.id,
    title: target.title,
    reference: target.reference,
    sample: target.status !== 'approved',
  };
  if (result.kind === 'count') {
    return {
      ...common,
      group: null,
      n: result.n,
      N: null,
      percent: null,
      goal: result.target.measure.count,
      met: result.reached,
      missing: [],
      attendances: result.attendances,
      classes: result.classes,
    };
  }
  return {
    ...common,
    group: result.target.measure.group,
    n: result.n,
    N: result.N,
    percent: result.percent === null ? null : Math.round(result.percent * 100) / 100,
    goal: result.target.measure.percent,
    met: result.reached,
    missing: result.missing,
    unknown: result.unknown,
    doubtful: result.doubtful,
    distance: result.distance,
    peopleToGo: result.peopleToGo,
  };
}

function targetText(result: TargetResult, before: TargetResult | null, day: string): string {
  const outcome = result.reached ? texts.reached : texts.notReached;
  if (result.kind === 'count') {
    const { count, noun } = result.target.measure;
    return [
      texts.target(result.target.title, `${result.n} ${noun}`, '', `${count} ${noun}`, outcome),
      ...beforeText(before, day),
      sourceText(result.target),
    ].join('\n');
  }
  const lines = [
    texts.target(
      result.target.title,
      texts.people(result.n, result.N),
      percentText(result.percent),
      `${result.target.measure.percent}%`,
      outcome,
    ),
    ...(result.missing.length + result.unknown.length > 0
      ? [texts.missing(result.missing, result.unknown)]
      : []),
    ...beforeText(before, day),
    sourceText(result.target),
  ];
  return lines.join('\n');
}

function beforeText(before: TargetResult | null, day: string): readonly string[] {
  if (before === null) return [];
  if (before.kind === 'count') return [texts.before(day, String(before.n))];
  return [texts.before(day, `${texts.people(before.n, before.N)} ${percentText(before.percent)}`)];
}

function sourceText({ reference, status }: TargetResult['target']): string {
  return texts.source(writeReference(reference), status === 'approved');
}

/** `stats`: people by facets whose parts sum to the whole. */
export async function statsCommand(
  io: Io,
  options: ReportOptions & { readonly by?: readonly string[] },
): Promise<ExitCode> {
  const facets = options.by === undefined ? FACETS : options.by.map(readFacet);
  await lookAtPeople(io, options, {
    purpose: texts.purposes.stats,
    reason: reasonOf(options),
    // Figures name nobody.
    work: (view) => {
      const counts = countPeople(view.cadres, view.units, facets, view.asOf, view.book.positions);
      return {
        shown: [],
        show: async () => {
          await writeReports(io, options, () => statisticsReport(view, counts, staffUnits(options)));
          for (const count of counts) {
            if (options.json === true) io.out(JSON.stringify({ ...count, asOf: view.asOf }));
            else {
              io.out(
                [
                  `${count.label}: ${count.people}`,
                  ...count.parts.map(({ label, people, women }) =>
                    texts.part(
                      label,
                      people,
                      percentText(count.people === 0 ? null : (100 * people) / count.people),
                      women,
                    ),
                  ),
                ].join('\n'),
              );
            }
          }
        },
      };
    },
  });
  return 0;
}

function readFacet(written: string): Facet {
  const facet = FACETS.find((one) => one === written);
  if (facet === undefined) throw new KnownError('bad_input', texts.facetUnknown(written));
  return facet;
}

/** `who-lacks`: people who lack something, most missing first. */
export async function whoLacksCommand(
  io: Io,
  options: ReportOptions & { readonly of?: string },
): Promise<ExitCode> {
  const topic = options.of === undefined ? null : readLevel(options.of, null);
  if (options.of !== undefined && topic === null) {
    throw new KnownError('bad_input', texts.levelUnknown(options.of));
  }
  await lookAtPeople(io, options, {
    purpose: texts.purposes.whoLacks,
    reason: reasonOf(options),
    work: (view) => {
      const lacking = findLacking(view, topic);
      return {
        shown: lacking.lines.map(({ cadre }) => cadre.code),
        show: async () => {
          await writeReports(io, options, () =>
            lackingReport(
              view,
              lacking,
              topic === null ? null : writeLevel(topic.kind, topic.level),
              staffUnits(options),
            ),
          );
          if (lacking.lines.length === 0 && options.json !== true) {
            io.out(lacking.bound === 0 ? texts.lacksNotAsked : texts.lacksNobody);
          }
          for (const { cadre, missing, unknown } of lacking.lines) {
            io.out(
              options.json === true
                ? JSON.stringify({
                    cadre: cadre.code,
                    unit: cadre.unit,
                    asOf: view.asOf,
                    missing: missing.map(({ id }) => id),
                    unknown: unknown.map(({ id }) => id),
                  })
                : texts.lacks(
                    cadre.code,
                    cadre.name,
                    missing.map(({ title }) => title),
                    unknown.map(({ title }) => title),
                  ),
            );
          }
        },
      };
    },
  });
  return 0;
}

async function writeReports(io: Io, options: ReportOptions, make: () => Report): Promise<void> {
  if (options.xlsx !== undefined) {
    await writeNewFile(options.xlsx, await writeXlsx(make()));
    io.say(texts.written(options.xlsx));
  }
  if (options.docx !== undefined) {
    await writeNewFile(options.docx, await writeDocx(make()));
    io.say(texts.written(options.docx));
  }
}

/** What goes into a file is handed on. */
function reasonOf({ xlsx, docx }: ReportOptions): 'staff' | 'export' {
  return xlsx === undefined && docx === undefined ? 'staff' : 'export';
}

function staffUnits({ unit }: PeopleOptions): readonly string[] {
  return unit === undefined ? [] : [unit];
}

function percentText(percent: number | null): string {
  return percent === null
    ? ''
    : `${percent.toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}%`;
}
