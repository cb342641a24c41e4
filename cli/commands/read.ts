import { basename } from 'node:path';
import { writeDate } from '../../domain/citation.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import { parseFile } from '../../ingest/parseFile.ts';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts } from '../texts.ts';
import { readBytes } from './ingest.ts';

/** `read FILE`: what the product makes of a file, stored nowhere. */
export async function readCommand(io: Io, path: string, options: CommonOptions): Promise<ExitCode> {
  const limits = io.config().ingest;
  const parsed = await parseFile(await readBytes(path, limits), basename(path), limits);
  io.out(options.json === true ? JSON.stringify(parsedJson(parsed)) : parsedText(parsed));
  return 0;
}

function parsedJson({ format, kind, text, header, provisions, warnings }: ParsedDirective) {
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
    relations: [],
    warnings,
  };
}

function parsedText({ format, kind, header, provisions, passages, warnings }: ParsedDirective): string {
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
    ...warnings.map((warning) => `! ${warning}`),
    '',
    ...tree,
  ].join('\n');
}
