import { basename } from 'node:path';
import { writeDate, writePath } from '../../domain/citation.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import type { Effect, Relation } from '../../domain/validity.ts';
import { KnownError } from '../../errors.ts';
import { archiveBudget } from '../../ingest/containers/archiveBudget.ts';
import { emptyContainer } from '../../ingest/containers/texts.ts';
import type { Unpacked } from '../../ingest/containers/unpacked.ts';
import { unpackFile } from '../../ingest/containers/unpackFile.ts';
import { parseFile } from '../../ingest/parseFile.ts';
import { type CommonOptions, type ExitCode, failureJson, type Io } from '../io.ts';
import { texts } from '../texts.ts';
import { readBytes } from './ingest.ts';
import { standardJson, standardText, targetJson, targetsText } from './proposals.ts';

/**
 * `read FILE`: what the product makes of a file, stored nowhere. Of an archive or a letter, what it makes of each document in
 * it; as JSON then `{warnings, files: [{file, …} or {file, error}]}`.
 */
export async function readCommand(io: Io, path: string, options: CommonOptions): Promise<ExitCode> {
  const limits = io.config().ingest;
  const [bytes, fileName] = [await readBytes(path, limits), basename(path)];
  const unpacked = await unpackFile(bytes, fileName, limits);
  if (unpacked !== null) return readMembers(io, unpacked, fileName, options);
  const parsed = await parseFile(bytes, fileName, limits);
  io.out(options.json === true ? JSON.stringify(parsedJson(parsed)) : parsedText(parsed));
  return 0;
}

async function readMembers(
  io: Io,
  { members, warnings }: Unpacked,
  fileName: string,
  options: CommonOptions,
): Promise<ExitCode> {
  if (members.length === 0) throw emptyContainer(fileName);
  const { ingest: limits } = io.config();
  const budget = archiveBudget(fileName, limits);
  const read: { json: object; text: string; isRead: boolean }[] = [];
  for (const { fileName: file, bytes, refusal } of members) {
    const title = `=== ${file} ===`;
    try {
      if (refusal !== null) throw new KnownError('file_unreadable', refusal);
      const late = budget.refuse(file);
      if (late !== null) throw late;
      const parsed = await parseFile(bytes, file, limits);
      read.push({
        json: { file, ...parsedJson(parsed) },
        text: `${title}\n${parsedText(parsed)}`,
        isRead: true,
      });
    } catch (error) {
      const failure = failureJson(error);
      read.push({ json: { file, ...failure }, text: `${title}\n! ${failure.error.message}`, isRead: false });
    }
  }
  if (options.json === true) io.out(JSON.stringify({ warnings, files: read.map(({ json }) => json) }));
  else io.out([...warnings.map((warning) => `! ${warning}`), ...read.map(({ text }) => text)].join('\n\n'));
  return read.every(({ isRead }) => isRead) ? 0 : 1;
}

function parsedJson(parsed: ParsedDirective) {
  const { format, kind, text, header, provisions, relations, effects, warnings } = parsed;
  const pathOf = (index: number | null) => (index === null ? null : (provisions[index]?.path ?? null));
  return {
    format,
    kind,
    text,
    header,
    provisions: provisions.map(({ path, heading, start, end, page }) => ({
      path,
      heading,
      text: text.slice(start, end),
      page,
    })),
    relations: relations.map(({ source, ...relation }) => ({ ...relation, source: pathOf(source) })),
    effects: effects.map(({ provision, ...effect }) => ({ ...effect, provision: pathOf(provision) })),
    requirements: parsed.requirements.map((standard) => standardJson(standard, pathOf)),
    targets: parsed.targets.map((target) => targetJson(target, pathOf)),
    warnings,
  };
}

function relationText({ provisions }: ParsedDirective, relation: Relation): string {
  const { kind, target, provision, partial, since, source } = relation;
  const place = provision === null ? [] : [writePath(provision)];
  // An addition or a correction never is of the whole.
  const told = kind !== 'supplements' && kind !== 'corrects';
  const opening = kind === 'basis' ? texts.read.byPreamble : texts.read.byTitle;
  const clause = source === null ? opening : writePath(provisions[source]?.path ?? []);
  return [
    `${texts.read.relations[kind]}${partial && told ? ` ${texts.read.partly}` : ''}:`,
    ...place,
    target.number ?? target.title ?? texts.read.unseen,
    `(${clause}${since === null ? '' : `, ${texts.read.bounds.from} ${writeDate(since)}`})`,
  ].join(' ');
}

function effectText({ provisions }: ParsedDirective, { provision, bound, day }: Effect): string {
  const place = provision === null ? texts.read.whole : writePath(provisions[provision]?.path ?? []);
  return `${place}: ${texts.read.bounds[bound]} ${day === null ? texts.read.unseen : writeDate(day)}`;
}

function parsedText(parsed: ParsedDirective): string {
  const { format, kind, header, provisions, passages, warnings } = parsed;
  const day = (date: string | null) => (date === null ? null : writeDate(date));
  const facts = [
    [texts.read.format, format],
    [texts.read.kind, texts.read.kinds[kind]],
    [texts.read.number, header.number],
    [texts.read.type, header.type],
    [texts.read.issuer, header.issuer],
    [texts.read.issued, day(header.issued)],
    [texts.read.effective, day(header.effective)],
    [texts.read.title, header.title],
    [texts.read.signer, header.signer],
    [texts.read.place, header.place],
  ].map(([name, value]) => `${name}: ${value ?? texts.read.unseen}`);
  const tree = provisions.map(
    ({ path, label, heading }) =>
      `${'  '.repeat(path.length - 1)}${label}${heading === null ? '' : `. ${heading}`}`,
  );
  return [
    ...facts,
    texts.read.counts(provisions.length, passages.length),
    ...parsed.relations.map((relation) => relationText(parsed, relation)),
    ...parsed.effects.map((effect) => effectText(parsed, effect)),
    ...parsed.requirements.flatMap(standardText),
    ...targetsText(parsed.targets),
    ...warnings.map((warning) => `! ${warning}`),
    '',
    ...tree,
  ].join('\n');
}
