import { repairFormulas } from '../../vietnamese/ocrFormulas.ts';
import { repairNumbers } from '../../vietnamese/ocrNumbers.ts';
import { type Repair, repairOcr } from '../../vietnamese/ocrRepair.ts';
import { withoutSpecks } from '../../vietnamese/ocrSpecks.ts';
import type { RawLine } from '../read/rawDocument.ts';
import { WARNINGS } from '../texts.ts';
import { fieldPairs } from './fieldPairs.ts';

/** Lines that run on from one to the next, as one stretch each. */
function stretches(lines: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const found: RawLine[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (line.role === 'line' && last?.at(-1)?.role === 'line') last.push(line);
    else found.push([line]);
  }
  return found;
}

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
  const repaired = stretches(lines).flatMap((stretch) => {
    const numbered = repairNumbers(stretch.map((line) => line.text.normalize('NFC')).join('\n'));
    const clean = withoutSpecks(numbered.text, pairs);
    const marked = repairOcr(clean.text, pairs);
    const { text, repairs } = repairFormulas(marked.text, pairs);
    for (const { from, to, times } of [...numbered.repairs, ...clean.repairs, ...marked.repairs, ...repairs])
      all.set(`${from} ${to}`, { from, to, times: (all.get(`${from} ${to}`)?.times ?? 0) + times });
    const texts = text.split('\n');
    return stretch.map((line, index) => ({ ...line, text: texts[index] ?? line.text }));
  });
  const sorted = [...all.values()].sort((a, b) => b.times - a.times);
  return { lines: repaired, warnings: sorted.length === 0 ? [] : [WARNINGS.repairedOcr(sorted)] };
}
