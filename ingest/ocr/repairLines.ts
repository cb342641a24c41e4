import { repairFormulas } from '../../vietnamese/ocr/formulaRepair.ts';
import { withHeadingStops } from '../../vietnamese/ocr/headings.ts';
import { withoutStrayLines } from '../../vietnamese/ocr/lines.ts';
import { repairNumbers } from '../../vietnamese/ocr/numbers.ts';
import { type Repair, repairOcr } from '../../vietnamese/ocr/repair.ts';
import { withoutSpecks } from '../../vietnamese/ocr/specks.ts';
import { repairTwins } from '../../vietnamese/ocr/twins.ts';
import { endsSentence, isCapitals } from '../normalise/sentence.ts';
import type { RawLine } from '../read/rawDocument.ts';
import { WARNINGS } from '../texts.ts';
import { fieldPairs } from './fieldPairs.ts';

/** A line so long fills its row. */
const FULL_LINE = 50;

/** Lines that run on from one to the next, as one stretch each: a blank line in an open sentence is a gap in the scan. */
function stretches(lines: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const found: RawLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const isOpen = (text: string) => text.length >= FULL_LINE && !endsSentence(text) && !isCapitals(text);
    const isGap =
      line.role === 'blank' &&
      before?.role === 'line' &&
      isOpen(before.text) &&
      lines[index + 1]?.role === 'line';
    const goesOn =
      line.role === 'line' &&
      (before?.role === 'line' || (before?.role === 'blank' && (last?.length ?? 0) > 1));
    if (last !== undefined && (goesOn || isGap)) last.push(line);
    else found.push([line]);
  }
  return found;
}

/** A line with another text; without any it is a gap. */
const writtenAs = (line: RawLine, text: string): RawLine => ({
  ...line,
  text,
  role: text === '' ? 'blank' : line.role,
});

/**
 * Lines that recognition gave, with the numbers put right that no document can bear, and the marks that the
 * field's vocabulary proves wrong; `warnings` tells which and how often, for a person to look at.
 */
export async function repairLines(
  lines: readonly RawLine[],
): Promise<{ readonly lines: readonly RawLine[]; readonly warnings: readonly string[] }> {
  if (lines.length === 0) return { lines, warnings: [] };
  const pairs = await fieldPairs();
  const all = new Map<string, Repair>();
  const tell = (repairs: readonly Repair[]) => {
    for (const { from, to, times } of repairs)
      all.set(`${from} ${to}`, { from, to, times: (all.get(`${from} ${to}`)?.times ?? 0) + times });
  };
  const kept = withoutStrayLines(
    lines.map(({ role, text }) => (role === 'line' ? text.normalize('NFC') : '')),
  );
  const headed = withHeadingStops(kept);
  tell(headed.repairs);
  const whole = lines.map((line, index) =>
    line.role === 'line' ? writtenAs(line, headed.lines[index] ?? line.text) : line,
  );
  const repaired = stretches(whole).flatMap((stretch) => {
    const numbered = repairNumbers(stretch.map((line) => line.text.normalize('NFC')).join('\n'));
    const clean = withoutSpecks(numbered.text, pairs);
    const marked = repairOcr(clean.text, pairs);
    const { text, repairs } = repairFormulas(marked.text, pairs);
    tell([...numbered.repairs, ...clean.repairs, ...marked.repairs, ...repairs]);
    const texts = text.split('\n');
    return stretch.map((line, index) => ({ ...line, text: texts[index] ?? line.text }));
  });
  const twins = repairTwins(repaired.map(({ text }) => text).join('\n'), pairs);
  tell(twins.repairs);
  const texts = twins.text.split('\n');
  const mended = repaired.map((line, index) => ({ ...line, text: texts[index] ?? line.text }));
  const sorted = [...all.values()].sort((a, b) => b.times - a.times);
  return { lines: mended, warnings: sorted.length === 0 ? [] : [WARNINGS.repairedOcr(sorted)] };
}
