/** Words that stand for a letter or a space. */
export const WORDS: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  softline: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** Escaped signs: `\\~`. */
export const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
};
