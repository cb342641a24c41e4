import { load } from 'cheerio';
import { WARNINGS } from '../texts.ts';
import { decodeText } from './decodeText.ts';
import { htmlLines } from './htmlLines.ts';
import { mainContent } from './htmlMain.ts';
import type { RawDocument } from './rawDocument.ts';

/** The encoding that a page claims for itself in its first kilobytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding="([\w-]+)"/.exec(head)?.[1]
  );
}

/**
 * Reads an HTML page: the article without navigation, with list numbers as text and tables as rows. `<title>` and
 * `<meta>` go into `meta` under their own names. Throws a refusal for unknown encodings.
 */
export function readHtml(bytes: Uint8Array, fileName: string): RawDocument {
  const decoded = decodeText(bytes, fileName, declaredEncoding(bytes));
  const $ = load(decoded.text);
  const meta: Record<string, string> = {};
  const title = $('head > title').first().text().replace(/\s+/g, ' ').trim();
  if (title !== '') meta.title = title;
  for (const element of $('meta[content]').toArray()) {
    const name = $(element).attr('property') ?? $(element).attr('name') ?? $(element).attr('itemprop');
    const content = $(element).attr('content')?.trim();
    if (name && content && meta[name] === undefined) meta[name] = content;
  }
  const { root, hidden } = mainContent($);
  const warnings = hidden ? [WARNINGS.hiddenInHtml] : [];
  return { format: 'html', lines: htmlLines($, root), meta, warnings: [...decoded.warnings, ...warnings] };
}
