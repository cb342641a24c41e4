/** A phrase in quotation marks of any kind. */
const QUOTED = `[“"„]([^“”"„]+)[”"]`;
const PHRASE = String.raw`(?:các\s+)?(?:cụm\s+)?từ(?:\s+ngữ)?\s+${QUOTED}`;
/** The provisions may stand in between: "thay cụm từ “A” tại khoản 2 bằng cụm từ “B”". */
const PLACE = `[^“”"„]{0,200}?`;

const EXCHANGED = new RegExp(String.raw`${PHRASE}${PLACE}\s(?:bằng|thành)\s+${PHRASE}`, 'giu');
const ADDED = new RegExp(
  String.raw`(?:bổ sung|thêm)\s+${PHRASE}${PLACE}\s(sau|trước)\s+(?:cụm\s+)?(?:từ\s+)?${QUOTED}`,
  'giu',
);
const LEFT_OUT = new RegExp(String.raw`bỏ\s+${PHRASE}`, 'giu');

/**
 * The old words with the phrases that a clause exchanges, adds or leaves out in them: "thay cụm từ “A” bằng cụm từ “B”", "bổ sung
 * cụm từ “A” vào sau cụm từ “B”", "bãi bỏ cụm từ “A”". `null` where the clause changes no phrase of these words. Pure.
 */
export function withChangedPhrases(clause: string, words: string): string | null {
  let after = words;
  for (const [, from = '', to = ''] of clause.matchAll(EXCHANGED)) after = after.replaceAll(from, () => to);
  for (const [, added = '', side = '', by = ''] of clause.matchAll(ADDED))
    after = after.replaceAll(by, () =>
      tidied(side.toLowerCase() === 'sau' ? `${by} ${added}` : `${added} ${by}`),
    );
  for (const [, gone = ''] of clause.matchAll(LEFT_OUT))
    if (after.includes(gone)) after = tidied(after.replaceAll(gone, ''));
  return after === words ? null : after;
}

/** Without the blanks and commas that a phrase leaves where it was. */
function tidied(words: string): string {
  return words
    .replaceAll(/[^\S\n]{2,}/g, ' ')
    .replaceAll(/ (?=[,;.])/g, '')
    .replaceAll(/,(?=[,;.])/g, '');
}
