import CFB from 'cfb';
import { damaged } from '../texts.ts';
import { bodyOf } from './mail.ts';
import { containerTexts as texts } from './texts.ts';
import type { Member, Unpacked } from './unpacked.ts';

/** Properties of a letter by their number. [MS-OXMSG], [MS-OXPROPS]. */
const PROPERTY = {
  subject: '0037',
  text: '1000',
  html: '1013',
  data: '3701',
  longName: '3707',
  shortName: '3704',
  contentId: '3712',
} as const;

/** The streams of one storage by name. */
type Storage = Map<string, Uint8Array>;

function storages(bytes: Uint8Array): ReadonlyMap<string, Storage> {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const found = new Map<string, Storage>();
  for (const [index, path] of file.FullPaths.entries()) {
    const entry = file.FileIndex[index];
    const steps = path.split('/').slice(1);
    const name = steps.pop() ?? '';
    if (entry === undefined || name === '') continue;
    const storage = found.get(steps.join('/')) ?? new Map<string, Uint8Array>();
    storage.set(name, Uint8Array.from(entry.content ?? []));
    found.set(steps.join('/'), storage);
  }
  return found;
}

function stringOf(storage: Storage, property: string): string {
  const wide = storage.get(`__substg1.0_${property}001F`);
  if (wide !== undefined) return new TextDecoder('utf-16le').decode(wide);
  const narrow = storage.get(`__substg1.0_${property}001E`);
  return narrow === undefined ? '' : new TextDecoder('windows-1258').decode(narrow).normalize('NFC');
}

/** The documents of a letter that Outlook saved (.msg), as `filesOfMail` gives them. Throws a refusal for a broken one. */
export function filesOfOutlook(bytes: Uint8Array, fileName: string): Unpacked {
  let found: ReadonlyMap<string, Storage>;
  try {
    found = storages(bytes);
  } catch (cause) {
    throw damaged(fileName, 'mail', cause);
  }
  const letter: Storage = found.get('') ?? new Map();
  const html = new TextDecoder().decode(letter.get(`__substg1.0_${PROPERTY.html}0102`) ?? new Uint8Array());
  const body = bodyOf(
    { subject: stringOf(letter, PROPERTY.subject), html, text: stringOf(letter, PROPERTY.text) },
    fileName,
  );
  const members: Member[] = body.member === null ? [] : [body.member];
  const warnings = [...body.warnings];
  for (const [path, storage] of found) {
    if (!/^__attach_version1\.0_#[\dA-F]{8}$/i.test(path)) continue;
    const name = stringOf(storage, PROPERTY.longName) || stringOf(storage, PROPERTY.shortName);
    const data = storage.get(`__substg1.0_${PROPERTY.data}0102`);
    const isPicture = stringOf(storage, PROPERTY.contentId) !== '' && /\.(?:png|jpe?g|gif|bmp)$/i.test(name);
    if (data !== undefined && !isPicture) members.push({ fileName: name, bytes: data, refusal: null });
    else if (found.has(`${path}/__substg1.0_${PROPERTY.data}000D`))
      warnings.push(texts.letterInLetter(fileName));
  }
  return { members, warnings };
}
