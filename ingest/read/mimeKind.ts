/** The head of a letter or of a saved page: `Name: value`, folded lines put back together. */
function headers(text: string): ReadonlyMap<string, string> {
  const [head = ''] = text
    .replace(/^\uFEFF|^\xef\xbb\xbf/, '')
    .replace(/^(?:From .*)?(?:\r?\n)*/, '')
    .split(/\r?\n\r?\n/, 1);
  const found = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return found;
    found.set(name.toLowerCase(), value);
  }
  return found;
}

/** Words that head letters only; a text may well begin with "Subject:", so two of them have to stand together. */
const ofLetters = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
];

/**
 * Whether a text is a letter (`mail`) or a web page saved into one file (`mht`), told by its head, and by its name where the
 * head leaves it open; `null` for neither.
 */
export function mimeKind(head: string, fileName: string): 'mail' | 'mht' | null {
  const found = headers(head);
  const known = ofLetters.filter((name) => found.has(name)).length;
  const isMime = found.has('mime-version') && found.has('content-type');
  // A note may begin with "From:", "To:" and "Subject:" as well; only what programs write makes it a letter.
  const isSent = found.has('received') || found.has('message-id') || /\.eml$/i.test(fileName);
  if (!isMime && !(isSent && known >= 3)) return null;
  const isSaved = /^"?<?Saved by/i.test(found.get('from') ?? '') || found.has('snapshot-content-location');
  if (isSaved || /\.mht(?:ml)?$/i.test(fileName)) return 'mht';
  if (/\.eml$/i.test(fileName) || known >= 3) return 'mail';
  return /^multipart\/related/i.test(found.get('content-type') ?? '') ? 'mht' : 'mail';
}
