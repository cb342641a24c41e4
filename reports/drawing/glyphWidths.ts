/**
 * What lines of text are measured by: how far each character of a TrueType font moves the pen, in parts of the type
 * size. A character that the font lacks is not in the map: it would be drawn as nothing.
 */
export type GlyphWidths = ReadonlyMap<number, number>;

/**
 * Reads the widths from a TrueType file: its tables `head`, `hhea`, `hmtx` and a `cmap` of format 4 (all of Vietnamese
 * lies in the plane that it covers). Kerning is left out: it moves a line by less than a hundredth.
 *
 * @throws Error where the file is no such font
 */
export function readGlyphWidths(file: Uint8Array): GlyphWidths {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (tag: string): number => {
    for (let at = 0; at < view.getUint16(4); at += 1) {
      const entry = 12 + 16 * at;
      const name = String.fromCharCode(...file.subarray(entry, entry + 4));
      if (name === tag) return view.getUint32(entry + 8);
    }
    throw new Error(`not a TrueType font: it has no table ${tag}`);
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const advances = table('hmtx');
  const widths = new Map<number, number>();
  for (const [character, glyph] of glyphsOf(view, table('cmap'))) {
    // Glyphs past the last metric are as wide as the last one.
    const units = view.getUint16(advances + 4 * Math.min(glyph, metrics - 1));
    widths.set(character, units / unitsPerEm);
  }
  return widths;
}

/** Pairs of character and glyph, by the segments of a `cmap` of format 4. */
function* glyphsOf(view: DataView, cmap: number): Generator<readonly [character: number, glyph: number]> {
  const at = segmentsAt(view, cmap);
  const twice = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const offsets = deltas + twice;
  for (let segment = 0; segment < twice; segment += 2) {
    const start = view.getUint16(starts + segment);
    const end = view.getUint16(ends + segment);
    const delta = view.getUint16(deltas + segment);
    const offset = view.getUint16(offsets + segment);
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      // An offset counts from the place where it stands.
      const listed =
        offset === 0 ? character : view.getUint16(offsets + segment + offset + 2 * (character - start));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) yield [character, glyph];
    }
  }
}

function segmentsAt(view: DataView, cmap: number): number {
  for (let at = 0; at < view.getUint16(cmap + 2); at += 1) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * at + 4);
    if (view.getUint16(offset) === 4) return offset;
  }
  throw new Error('not a usable font: its characters are not listed in format 4');
}
