import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnswerSource, sourceOf } from '../../answer/check/source.ts';
import { cite } from '../../domain/cite.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import { KnownError } from '../../errors.ts';
import { parseDirective } from '../../ingest/parseDirective.ts';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { readSamples } from '../../ingest/samples.ts';

/** The directives by the figures with which their files or numbers begin: `915`. */
export type Library = ReadonlyMap<string, ParsedDirective>;

/** The sample directives. */
export async function readSampleLibrary(): Promise<Library> {
  return readLibrary(await readSamples());
}

/** The directives of a folder. */
export async function readFolderLibrary(folder: string): Promise<Library> {
  const names = (await readdir(folder)).sort();
  return readLibrary(
    await Promise.all(
      names.map(async (fileName) => ({ fileName, bytes: await readFile(path.join(folder, fileName)) })),
    ),
  );
}

async function readLibrary(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
): Promise<Library> {
  const library = new Map<string, ParsedDirective>();
  for (const { fileName, bytes } of files) {
    const parsed = parseDirective(await readDocument(bytes, fileName), { fileName });
    library.set(/\d+/.exec(parsed.header.number ?? fileName)?.[0] ?? fileName, parsed);
  }
  return library;
}

/** The provision at a place as a source of an answer. Throws `not_found` where the library has none. */
export function sourceAt(library: Library, place: readonly string[], id: number, asOf: string): AnswerSource {
  const [name = '', ...labels] = place;
  const directive = library.get(name);
  const provisions = directive?.provisions ?? [];
  const at = provisions.findIndex(({ path: own }) => {
    const from = own.indexOf(labels[0] ?? '');
    return from !== -1 && own.slice(from).join('|') === labels.join('|');
  });
  if (directive === undefined || at === -1) {
    throw new KnownError('not_found', `Không có ${place.join(' ')} trong các văn bản dùng để đo.`);
  }
  return sourceOfProvision(directive, at, id, asOf);
}

/** One provision of a directive as a source. */
export function sourceOfProvision(
  directive: ParsedDirective,
  at: number,
  id: number,
  asOf: string,
): AnswerSource {
  const stored = {
    ...directive,
    id: 1,
    fileName: 'bench',
    sample: false,
    provisions: directive.provisions.map((provision, index) => ({ ...provision, id: index })),
  };
  const provision = stored.provisions[at] ?? null;
  const span = { provision, start: provision?.start ?? 0, end: provision?.end ?? 0 };
  return sourceOf(id, cite(stored, span, asOf), stored);
}
