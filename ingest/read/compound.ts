import CFB from 'cfb';
import { damaged, type FileKind } from '../texts.ts';

/** The streams of an old Office file (OLE compound file) by name, as far as they stand at its root. */
export type Compound = ReadonlyMap<string, Buffer>;

/**
 * Opens an OLE compound file. Throws a refusal where its tables of sectors are broken; what a single stream lacks
 * shows when it is read.
 */
export function openCompound(bytes: Uint8Array, fileName: string, kind: FileKind): Compound {
  try {
    const file = CFB.read(bytes, { type: 'buffer' });
    const streams = new Map<string, Buffer>();
    for (const [index, path] of file.FullPaths.entries()) {
      const [, name, ...deeper] = path.split('/');
      const content = file.FileIndex[index]?.content;
      if (name === undefined || name === '' || deeper.length > 0 || content === undefined) continue;
      if (!streams.has(name)) streams.set(name, Buffer.from(content));
    }
    return streams;
  } catch (cause) {
    throw damaged(fileName, kind, cause);
  }
}
