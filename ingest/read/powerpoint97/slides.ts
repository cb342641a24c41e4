import { type PptRecord, RECORD, recordAt, recordsIn, recordsWithin } from './records.ts';

/** A text of a slide as it was typed; `\r` ends a paragraph, `\v` a line. */
export type SlideText = { readonly text: string; readonly isTitle: boolean };

const TITLE_KINDS: ReadonlySet<number> = new Set([0, 6]);

/** Offsets of the presentation's parts by their number: the last change to each, for saving only adds. [MS-PPT] 2.1.2. */
function partOffsets(
  stream: Buffer,
  currentEdit: number,
): { readonly offsets: Map<number, number>; readonly document: number } {
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  let document = 0;
  for (let at = currentEdit; at > 0 && !seen.has(at); ) {
    seen.add(at);
    const edit = recordAt(stream, at);
    if (edit === null || edit.type !== RECORD.edit || edit.body.length < 20) break;
    if (document === 0) document = edit.body.readUInt32LE(16);
    const directory = recordAt(stream, edit.body.readUInt32LE(12));
    if (directory?.type === RECORD.directory) addOffsets(directory.body, offsets);
    at = edit.body.readUInt32LE(8);
  }
  return { offsets, document };
}

function addOffsets(directory: Buffer, offsets: Map<number, number>): void {
  for (let at = 0; at + 4 <= directory.length; ) {
    const head = directory.readUInt32LE(at);
    const first = head & 0xfffff;
    const count = head >>> 20;
    at += 4;
    for (let index = 0; index < count && at + 4 <= directory.length; index += 1, at += 4) {
      if (!offsets.has(first + index)) offsets.set(first + index, directory.readUInt32LE(at));
    }
  }
}

function textOf(record: PptRecord): string | null {
  if (record.type === RECORD.wideText) return record.body.toString('utf16le');
  return record.type === RECORD.narrowText ? record.body.toString('latin1') : null;
}

type Outline = { readonly part: number; readonly texts: SlideText[] };

/** The texts that the outline keeps of each slide. */
function outlines(list: Buffer): readonly Outline[] {
  const found: Outline[] = [];
  let kind = -1;
  for (const record of recordsIn(list)) {
    const texts = found.at(-1)?.texts;
    const text = textOf(record);
    if (record.type === RECORD.slideLink && record.body.length >= 4)
      found.push({ part: record.body.readUInt32LE(0), texts: [] });
    else if (record.type === RECORD.textHead && record.body.length >= 4) {
      kind = record.body.readUInt32LE(0);
      texts?.push({ text: '', isTitle: TITLE_KINDS.has(kind) });
    } else if (text !== null) {
      // A placeholder that nobody filled has a head and no text.
      texts?.pop();
      texts?.push({ text, isTitle: TITLE_KINDS.has(kind) });
    }
  }
  return found;
}

/** The texts of a slide: what its boxes hold in the order of drawing, and what only the outline has. */
function slideTexts(outline: readonly SlideText[], slide: PptRecord | null): readonly SlideText[] {
  const shown: SlideText[] = [];
  const used = new Set<number>();
  let kind = -1;
  const drawing =
    slide === null ? undefined : [...recordsIn(slide.body)].find(({ type }) => type === RECORD.drawing);
  for (const record of drawing === undefined ? [] : recordsWithin(drawing.body)) {
    const text = textOf(record);
    if (record.type === RECORD.textHead && record.body.length >= 4) kind = record.body.readUInt32LE(0);
    else if (text !== null) shown.push({ text, isTitle: TITLE_KINDS.has(kind) });
    else if (record.type === RECORD.textReference && record.body.length >= 4) {
      const index = record.body.readUInt32LE(0);
      const referred = outline[index];
      if (referred !== undefined && !used.has(index)) shown.push(referred);
      used.add(index);
    }
  }
  return [...outline.filter((_, index) => !used.has(index)), ...shown];
}

/**
 * The texts of each slide in order; notes, masters and earlier states of the file left out. `currentEdit`: where the
 * last save is noted. `null` where no presentation is found.
 */
export function readSlides(stream: Buffer, currentEdit: number): readonly (readonly SlideText[])[] | null {
  const { offsets, document: number } = partOffsets(stream, currentEdit);
  const named = recordAt(stream, offsets.get(number) ?? -1);
  const document =
    named?.type === RECORD.document
      ? named
      : [...recordsIn(stream)].findLast(({ type }) => type === RECORD.document);
  if (document === undefined || document === null) return null;
  const slides: (readonly SlideText[])[] = [];
  const seen = new Set<number>();
  for (const list of recordsIn(document.body)) {
    if (list.type !== RECORD.slideList || list.instance !== 0) continue;
    for (const { part, texts } of outlines(list.body)) {
      if (seen.has(part)) continue;
      seen.add(part);
      const slide = recordAt(stream, offsets.get(part) ?? -1);
      slides.push(slideTexts(texts, slide?.type === RECORD.slide ? slide : null));
    }
  }
  return slides;
}
