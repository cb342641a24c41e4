import type { OcrWord } from './ocrEngine.ts';

/** What both engines print: one row a word (`level` 5), after rows for its page, block, paragraph and line. */
export function wordsOfTsv(tsv: string): readonly OcrWord[] {
  const words: OcrWord[] = [];
  const lines = new Map<string, number>();
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, ...rest] =
      row.split('\t');
    // The stroke of fractions is not in any document's words, but reads like the one of numbers, once or beside it.
    const text = rest
      .join('\t')
      .trim()
      .normalize('NFC')
      .replace(/\/?[\u2044\u2215]\/?/gu, '/');
    if (level !== '5' || text === '') continue;
    const key = `${page} ${block} ${paragraph} ${line}`;
    const number = lines.get(key) ?? lines.size;
    lines.set(key, number);
    const x = Number(left);
    const y = Number(top);
    words.push({
      text,
      left: x,
      top: y,
      right: x + Number(width),
      bottom: y + Number(height),
      confidence: Number(confidence),
      line: number,
    });
  }
  return words;
}
