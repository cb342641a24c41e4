import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { countLetters } from '../letters.ts';
import { damaged } from '../texts.ts';
import { containerTexts as texts } from './texts.ts';
import type { Member, Unpacked } from './unpacked.ts';

/** What a letter brings besides documents: signatures of mail programs, invitations, cards. */
const furniture =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-signature|text\/calendar|text\/x?-?vcard|application\/ics)$/;

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** Pictures within the letter's own text: logos, lines of its signature. */
function isWithinText({ related, disposition, contentId, mimeType }: Attachment): boolean {
  return (
    mimeType.startsWith('image/') &&
    (related === true || (disposition === 'inline' && contentId !== undefined))
  );
}

const extensions: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/html': '.html',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
};

/** Lines that the writer wrote: no earlier letters below, no signature. */
function ownLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) =>
    /^--\s*$|^_{10,}$|^-{3,}\s*(?:Original Message|Forwarded message|Thư gốc)/i.test(line),
  );
  return (end === -1 ? lines : lines.slice(0, end)).filter(
    (line) => line.trim() !== '' && !/^\s*>/.test(line),
  );
}

/** Whether the words of a letter are more than "gửi anh/chị văn bản kèm theo". */
function hasSubstance(text: string): boolean {
  const lines = ownLines(text);
  return lines.length >= 5 && countLetters(lines.join(' ')) >= 400;
}

function textOf(mail: Email): string {
  const written = mail.text ?? '';
  if (written.trim() !== '') return written;
  return (mail.html ?? '').replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, '');
}

/** The letter's own words as a document, or the warning that they are left out. */
export function bodyOf(
  mail: { readonly subject: string; readonly html: string; readonly text: string },
  fileName: string,
): { readonly member: Member | null; readonly warnings: readonly string[] } {
  if (!hasSubstance(mail.text))
    return { member: null, warnings: mail.text.trim() === '' ? [] : [texts.shortLetter(fileName)] };
  const isPage = mail.html.trim() !== '';
  const name = `${mail.subject.trim() || texts.letter}${isPage ? '.html' : '.txt'}`.replaceAll('/', '-');
  return {
    member: { fileName: name, bytes: Buffer.from(isPage ? mail.html : mail.text), refusal: null },
    warnings: [],
  };
}

/** The documents of a letter: its own words, where they are a text of some length, and what is attached. Throws a refusal for a broken one. */
export async function filesOfMail(bytes: Uint8Array, fileName: string): Promise<Unpacked> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 64 }).catch(
    (error: unknown) => {
      throw damaged(fileName, 'mail', error);
    },
  );
  const body = bodyOf({ subject: mail.subject ?? '', html: mail.html ?? '', text: textOf(mail) }, fileName);
  const attached = mail.attachments
    .filter((attachment) => !furniture.test(attachment.mimeType) && !isWithinText(attachment))
    .map((attachment): Member => {
      const name = attachment.filename?.trim() || `${texts.letter}${extensions[attachment.mimeType] ?? ''}`;
      return { fileName: name, bytes: bytesOf(attachment), refusal: null };
    });
  return { members: [...(body.member === null ? [] : [body.member]), ...attached], warnings: body.warnings };
}
