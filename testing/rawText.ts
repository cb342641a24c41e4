import type { RawDocument, RawLine } from '../ingest/read/rawDocument.ts';

/** A document as a plain-text reader gives it, for tests: one line each, empty lines blank; `# …` is a heading. */
export function rawText(
  text: string,
  options: {
    readonly role?: RawLine['role'];
    readonly page?: number;
    readonly meta?: Readonly<Record<string, string>>;
  } = {},
): RawDocument {
  const lines = text.split('\n').map((line): RawLine => {
    const words = line.trim();
    const page = options.page ?? null;
    if (words === '') return { text: '', page, role: 'blank' };
    if (words.startsWith('# ')) return { text: words.slice(2), page, role: 'heading' };
    return { text: words, page, role: options.role ?? 'line' };
  });
  return { format: 'txt', lines, meta: options.meta ?? {}, warnings: [] };
}
