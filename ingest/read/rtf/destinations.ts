/** Groups whose content is no text of the document. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'info pict nonshppict shprslt fldinst header headerl headerr headerf footer footerl footerr footerf ' +
    'sp xe tc tcn rxe atnid atnauthor atnref atntime annotation listtable listoverridetable revtbl rsidtbl generator ' +
    'bkmkstart bkmkend datafield objdata objclass objname filetbl private template ftnsep ftnsepc ftncn aftnsep ' +
    'aftnsepc aftncn themedata colorschememapping latentstyles datastore pgptbl panose falt fname fontemb fontfile ' +
    'docvar keycode mmathPr xmlnstbl xmlopen xmlattrname xmlattrvalue oldcprops oldpprops oldtprops'
  ).split(' '),
);

/** Groups marked "leave out if not understood" that hold text. */
const UNDERSTOOD: ReadonlySet<string> = new Set('shpinst shptxt do dptxbxtext ud nesttableprops'.split(' '));

export type Destination = 'body' | 'fonts' | 'colours' | 'styles' | 'footnote' | 'box' | 'skip';

const OWN: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['colortbl', 'colours'],
  ['stylesheet', 'styles'],
  ['footnote', 'footnote'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
]);

/** Where the text of a group goes that begins with this word; `null`: where it went before. */
export function destinationOf(word: string, starred: boolean): Destination | null {
  if (SKIPPED.has(word)) return 'skip';
  const own = OWN.get(word);
  if (own !== undefined) return own;
  return starred && !UNDERSTOOD.has(word) ? 'skip' : null;
}
