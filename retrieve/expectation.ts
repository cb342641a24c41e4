import { cleanText, fold } from '../vietnamese/text.ts';

/** A number in figures, or a small one in words; five and six read as "year" and "after" without diacritics. */
const FIGURE = '(?:\\d[\\d.,]*|(?<![a-z])(?:mot|hai|ba|bon|bay|tam|chin|muoi)(?![a-z]))';

/** A year (năm 2027) is not a length of time. */
const SPAN = `${FIGURE}\\s*(?:\\([^)]*\\)\\s*)?(?:ngay|tuan|thang|gio|tiet|nam(?! \\d{4}))`;

/** Questions and what a line that answers them shows, tried in order. Questions and lines are matched folded. */
const RULES: readonly { readonly asks: RegExp; readonly shows: (match: RegExpExecArray) => string }[] = [
  { asks: /(?:bao nhieu|may)\s*(?:%|phan tram)|ti le|ty le/, shows: () => `${FIGURE}\\s*(?:%|phan tram)` },
  {
    asks: /(?:bao nhieu|may)\s+(ngay|tuan|thang|nam|gio|tiet|lop|dot|nguoi|tuoi|dong|tien|bac|buoi|hoc vien|thanh vien|ban|lan)/,
    shows: (match) => counted(match[1] ?? ''),
  },
  // "có mấy hình thức", "gồm bao nhiêu nhóm": the number with the very word that was counted.
  {
    asks: /(?:bao nhieu|may)\s+([a-z]{2,})/,
    shows: (match) => `${FIGURE}\\s*(?:\\([^)]*\\)\\s*)?${match[1]}(?![a-z])`,
  },
  // A course takes days or weeks, not years.
  {
    asks: /(?:hoc|lop|khoa|boi duong).* (?:bao lau|may tuan)/,
    shows: () => `${FIGURE}\\s*(?:\\([^)]*\\)\\s*)?(?:ngay|tuan|gio|tiet|thang)`,
  },
  { asks: /han (?:cuoi|chot)|cham nhat/, shows: () => 'cham nhat|muon nhat|truoc ngay|han cuoi|het ngay' },
  { asks: /cong thuc|cach tinh|tinh (?:nhu )?the nao/, shows: () => 'cong thuc|cach tinh|=' },
  { asks: /bao lau|thoi han|thoi gian nao/, shows: () => SPAN },
  { asks: /ma so|ma ngach|ma chuc danh/, shows: () => '\\d\\d\\.\\d\\d' },
  {
    asks: /khi nao|ngay nao|bao gio|thang nao|thang may|luc nao/,
    shows: () => `ngay \\d|thang \\d|quy [ivx\\d]|truoc|ke tu|${FIGURE}\\s*(?:ngay|thang|nam)`,
  },
];

/** A number of these; `năm 2027` is a year and not a number of years. */
function counted(unit: string): string {
  if (unit === 'tien' || unit === 'dong') return `${FIGURE}\\s*(?:trieu |ty |nghin )?dong|lan muc luong`;
  const number = `${FIGURE}\\s*(?:\\([^)]*\\)\\s*)?${unit}`;
  return unit === 'nam' ? `${number}(?! \\d{4})` : `${number}|${unit} ${FIGURE}`;
}

/** What a line that answers shows. `settles`: a line that shows it is the answer, whatever else the question says. */
export type Expectation = {
  /** Asked of a folded line. */
  readonly shownBy: (line: string) => boolean;
  readonly settles: boolean;
};

/** What a line that answers the question shows; `null` when the question expects nothing special. */
export function expectationOf(question: string): Expectation | null {
  const asked = fold(cleanText(question)).replace(/\s+/g, ' ').trim();
  const definition = definitionOf(asked);
  if (definition !== null) return { shownBy: (line) => definition.test(line), settles: true };
  for (const { asks, shows } of RULES) {
    const match = asks.exec(asked);
    if (match === null) continue;
    const shown = new RegExp(shows(match));
    return { shownBy: (line) => shown.test(line), settles: false };
  }
  return null;
}

/** "X là gì", "thế nào là X": a line that begins with X and goes on with "là". */
function definitionOf(asked: string): RegExp | null {
  const match = /^(.{2,80}?) la gi(?![a-z])|(?:the nao la|khai niem|dinh nghia) (.{2,80})/.exec(asked);
  const words = (match?.[1] ?? match?.[2])?.match(/[a-z0-9]+/g);
  if (words === undefined || words === null || words.length === 0 || words.length > 14) return null;
  // The document may say more of it than the question did: "đơn vị cấu thành" … "của đơn vị sự nghiệp công lập là".
  const more = '(?:[^\\w.;:]+\\w+){0,8}?';
  return new RegExp(`^\\W*(?:\\w{1,3}[.)] )?\\W*${words.join('\\W+')}${more}\\W+(?:la|duoc hieu)(?![a-z])`);
}
