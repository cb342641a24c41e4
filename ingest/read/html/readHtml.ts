import { load } from 'cheerio';
import { tooMuchInside, WARNINGS } from '../../texts.ts';
import { decodeText } from '../decodeText.ts';
import { encodingNames } from '../flow.ts';
import type { RawDocument } from '../rawDocument.ts';
import { inUnicodeHtml } from './htmlLegacy.ts';
import { htmlLines } from './htmlLines.ts';
import { mainContent } from './htmlMain.ts';

/** The encoding that a page claims for itself in its first kilobytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding="([\w-]+)"/.exec(head)?.[1]
  );
}

/** Elements inside each other: the deepest pages of builders come to some 100. Parsers and readers of trees give up far above. */
const deepest = 1_000;

/** Those that a next one of their kind, or the end of their parent, closes unasked, and those without content. */
const selfClosing =
  /^(?:p|li|d[dt]|t[rhd]|thead|tbody|tfoot|option|optgroup|rt|rp|col|colgroup|area|base|br|embed|hr|img|input|link|meta|param|source|track|wbr|html|head|body)$/i;

/** The text without scripts, style sheets and comments, of which one may never end. */
function withoutCode(text: string): string {
  const small = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const opening = /<(script|style)\b|<!--/g;
  const kept: string[] = [];
  let at = 0;
  for (let found = opening.exec(small); found !== null; found = opening.exec(small)) {
    kept.push(text.slice(at, found.index));
    const closing = found[1] === undefined ? '-->' : `</${found[1]}`;
    at = small.indexOf(closing, found.index);
    if (at === -1) return kept.join('');
    opening.lastIndex = at + closing.length;
  }
  return kept.join('') + text.slice(at);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, slash, name = '', end] of withoutCode(text).matchAll(/<(\/?)([a-z][\w:-]*)[^<>]*?(\/?)>/gi)) {
    if (end === '/' || selfClosing.test(name)) continue;
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    if (depth > deepest) return true;
  }
  return false;
}

/**
 * Reads an HTML page: the article without navigation, with list numbers as text and tables as rows. `<title>` and
 * `<meta>` go into `meta` under their own names. Throws a refusal for unknown encodings and endless nesting.
 */
export function readHtml(bytes: Uint8Array, fileName: string): RawDocument {
  const decoded = decodeText(bytes, fileName, declaredEncoding(bytes));
  if (isTooDeep(decoded.text)) throw tooMuchInside(fileName, { of: 'nesting' });
  const $ = load(decoded.text);
  const encodings = inUnicodeHtml($);
  const meta: Record<string, string> = {};
  const title = $('head > title').first().text().replace(/\s+/g, ' ').trim();
  if (title !== '') meta.title = title;
  for (const element of $('meta[content]').toArray()) {
    const name = $(element).attr('property') ?? $(element).attr('name') ?? $(element).attr('itemprop');
    const content = $(element).attr('content')?.trim();
    if (name && content && meta[name] === undefined) meta[name] = content;
  }
  const { root, hidden } = mainContent($);
  const warnings = [
    ...(hidden.text ? [WARNINGS.hiddenInHtml] : []),
    ...(encodings.length > 0 ? [WARNINGS.converted(encodingNames(encodings))] : []),
    ...(hidden.deletions > 0 ? [WARNINGS.openRevisions(hidden.deletions)] : []),
  ];
  return { format: 'html', lines: htmlLines($, root), meta, warnings: [...decoded.warnings, ...warnings] };
}
