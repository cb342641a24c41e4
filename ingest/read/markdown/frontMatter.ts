import { parse } from 'yaml';
import { WARNINGS } from '../../texts.ts';

export type FrontMatter = {
  readonly meta: Readonly<Record<string, string>>;
  readonly body: string;
  readonly warnings: readonly string[];
};

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(asText)
      .filter((text) => text !== '')
      .join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${asText(inner)}`)
      .join('; ');
  return String(value);
}

/**
 * Splits the YAML between two `---` lines off the start of a Markdown text. Every value comes as text as it was
 * written (dates and numbers too), lists joined by `; `. Broken YAML is a warning; the body stays.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return { meta: {}, body: text, warnings: [] };
  const inside = match[1] ?? '';
  // Two rules around ordinary text are no front matter.
  if (inside.trim() !== '' && !/^\s*[\w"'-]+\s*:/m.test(inside))
    return { meta: {}, body: text, warnings: [] };
  const body = text.slice(match[0].length);
  try {
    // `failsafe` keeps `06` and `2026-06-26` as they were written.
    const value: unknown = parse(inside, { schema: 'failsafe' });
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { meta: {}, body, warnings: [] };
    const meta: Record<string, string> = {};
    for (const [key, inner] of Object.entries(value)) meta[key] = asText(inner);
    return { meta, body, warnings: [] };
  } catch {
    return { meta: {}, body, warnings: [WARNINGS.brokenFrontMatter] };
  }
}
