import { writeRoster, writeTemplate } from '../../ingest/roster/roster.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { logShown, readCadres, readUnits, saveRoster } from '../../store/records/cadres.ts';
import type { RosterChange } from '../../store/records/rosterChange.ts';
import { readRuleBook } from '../../store/rules/rules.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase, withExistingDatabase } from '../io.ts';
import { writeNewFile } from './files.ts';
import { checkRosterFile, problemText, readRosterFile, unknownPositions } from './people.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** `template [FILE]`: an empty form to fill in. */
export async function templateCommand(io: Io, path: string | undefined): Promise<ExitCode> {
  const target = path ?? texts.templateName;
  await writeNewFile(target, await writeTemplate());
  io.out(texts.written(target));
  return 0;
}

/** `roster check FILE`: every fault of a filled form, located; nothing is stored. */
export async function rosterCheckCommand(io: Io, path: string, options: CommonOptions): Promise<ExitCode> {
  const read = await checkRosterFile(io, path);
  const faults = read.ok ? read.warnings : read.problems;
  if (options.json === true) {
    io.out(
      JSON.stringify(
        read.ok
          ? { ok: true, cadres: read.roster.cadres.length, units: read.roster.units.length, warnings: faults }
          : { ok: false, problems: faults, more: read.more },
      ),
    );
  } else if (read.ok) {
    io.out(
      [
        texts.rosterGood(read.roster.cadres.length, read.roster.units.length),
        ...faults.map((fault) => `! ${problemText(fault)}`),
      ].join('\n'),
    );
  } else {
    io.out(
      [
        texts.rosterBad(faults.length + read.more),
        ...faults.map(problemText),
        ...(read.more > 0 ? [texts.more(read.more)] : []),
      ].join('\n'),
    );
  }
  return read.ok ? 0 : 2;
}

/** `roster import FILE`: whole or not at all; with `--dry-run` only what would change. */
export async function rosterImportCommand(
  io: Io,
  path: string,
  options: CommonOptions & { readonly dryRun?: boolean },
): Promise<ExitCode> {
  const dryRun = options.dryRun === true;
  const roster = await readRosterFile(io, path);
  const { change, unknown } = await withDatabase(io, options, async (database) => {
    const stored = await saveRoster(database, OPERATOR, roster, { dryRun });
    return { change: stored, unknown: unknownPositions(roster.cadres, await readRuleBook(database)) };
  });
  if (unknown.length > 0) io.say(texts.positionsUnknown(unknown));
  io.out(options.json === true ? JSON.stringify({ dryRun, ...change }) : changeText(change, dryRun));
  return 0;
}

function changeText({ units, cadres }: RosterChange, dryRun: boolean): string {
  return [
    texts.changeUnits(units.added.length, units.changed.length),
    texts.change(cadres.added.length, cadres.changed.length, cadres.unchanged, dryRun),
    ...(dryRun && cadres.added.length > 0 ? [texts.addedCodes(cadres.added)] : []),
    ...cadres.changed.flatMap(({ code, lines }) => lines.map((line) => `  ${code}: ${line}`)),
  ].join('\n');
}

/** `roster export FILE`: the records in the same form. */
export async function rosterExportCommand(
  io: Io,
  path: string,
  options: CommonOptions & { readonly unit?: string },
): Promise<ExitCode> {
  const bytes = await withExistingDatabase(io, options, async (database) => {
    const cadres = await readCadres(database, OPERATOR, options.unit ?? null);
    await logShown(
      database,
      OPERATOR,
      cadres.map(({ code }) => code),
      { channel: 'cli', reason: 'export', purpose: texts.purposes.export },
    );
    return writeRoster(await readUnits(database), cadres);
  });
  await writeNewFile(path, bytes);
  io.out(texts.written(path));
  return 0;
}
