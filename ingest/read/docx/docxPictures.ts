import type { Element } from '@xmldom/xmldom';
import { countLetters } from '../../letters.ts';
import { WARNINGS } from '../../texts.ts';
import { type OfficePackage, relationTargets } from '../officeXml/officePackage.ts';
import type { RawDocument } from '../rawDocument.ts';
import { mayBePage, readPictures } from '../readImage.ts';

/** A document with fewer letters than this is no more than a cover for what its pictures show. */
const FEWEST_LETTERS = 200;
const MOST = 200;

/** The pictures of a Word document as it shows them, each once. */
export function picturesOf(parts: OfficePackage, body: Element): readonly Uint8Array[] {
  const shown = [
    ...[...body.getElementsByTagName('a:blip')].map((blip) => blip.getAttribute('r:embed')),
    ...[...body.getElementsByTagName('v:imagedata')].map((image) => image.getAttribute('r:id')),
  ].filter((id) => id !== null && id !== '');
  if (shown.length === 0) return [];
  const targets = relationTargets(parts, 'word/document.xml');
  const names = [...new Set(shown.map((id) => targets.get(id ?? '') ?? ''))].slice(0, MOST);
  return names.flatMap((name) =>
    /\.(?:png|jpe?g|tiff?|webp)$/i.test(name) ? (parts.bytes(name) ?? []) : [],
  );
}

/**
 * A document with what its pictures of pages say, where it is made of such and has hardly any words of its own; where it has, the admin
 * is told of the pictures.
 */
export async function withPicturedPages(
  document: RawDocument,
  pictures: readonly Uint8Array[],
  fileName: string,
  options: Parameters<typeof readPictures>[2],
): Promise<RawDocument> {
  const pages: { readonly bytes: Uint8Array; readonly page: number }[] = [];
  for (const bytes of pictures) if (await mayBePage(bytes)) pages.push({ bytes, page: 0 });
  if (pages.length === 0) return document;
  const letters = countLetters(document.lines.map(({ text }) => text).join(' '));
  if (letters >= FEWEST_LETTERS)
    return { ...document, warnings: [...document.warnings, WARNINGS.picturesLeftOut(pages.length)] };
  const { lines, warnings } = await readPictures(pages, fileName, options);
  return {
    ...document,
    lines: [...document.lines, ...lines],
    warnings: [...document.warnings, ...warnings],
  };
}
