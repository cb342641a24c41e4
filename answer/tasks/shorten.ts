/** A text in one line, cut at a word; `most` in UTF-16 units, the sign of the cut included. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/\s+\S*$/, '')
    .replace(/[,;:.]+$/, '')}…`;
}

/** The same, of what stands around a place (UTF-16 offset) where that would be cut off. */
export function shortenAround(text: string, at: number, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const place = text.slice(0, at).replace(/\s+/g, ' ').trimStart().length;
  if (line.length <= most || place < most * 0.7) return shorten(line, most);
  const from = line.slice(0, Math.max(place - Math.round(most * 0.45), 0)).lastIndexOf(' ') + 1;
  return `… ${shorten(line.slice(from), most - 2)}`;
}
