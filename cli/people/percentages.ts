import { basename } from 'node:path';
import { vietnamDay } from '../../domain/day.ts';
import { parseFile } from '../../ingest/parseFile.ts';
import { findWrongPercentages } from '../../personnel/wrongPercentages.ts';
import { checkPercentages } from '../../vietnamese/percentages.ts';
import { readBytes } from '../documents/ingest.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** `percentages [FILE]`: recomputes the percentages of a file, or shows the wrong ones of the stored documents. */
export async function percentagesCommand(
  io: Io,
  path: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const findings = path === undefined ? await ofDocuments(io, options) : await ofFile(io, path);
  if (options.json === true) io.out(JSON.stringify({ findings }));
  else if (findings.length === 0) io.out(texts.percentNothing);
  else io.out(findings.map(({ right, words, note }) => texts.percentLine(right, words, note)).join('\n'));
  return 0;
}

async function ofFile(io: Io, path: string) {
  const { ingest: limits } = io.config();
  const { text, header } = await parseFile(await readBytes(path, limits), basename(path), limits);
  return checkPercentages(text, header.issued).map((finding) => ({ document: basename(path), ...finding }));
}

async function ofDocuments(io: Io, options: CommonOptions) {
  const { wrong } = await withExistingDatabase(io, options, (database) =>
    findWrongPercentages(database, null, vietnamDay(new Date())),
  );
  return wrong.map(({ finding, citation }) => ({ document: citation.document, ...finding }));
}
