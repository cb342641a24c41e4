/** Longer sides are brought to this, in pixels: more than engines read best at, and ten of them fit into memory. */
const LONGEST = 2600;
/** A picture of more points is no photo of a page. */
const MOST_PIXELS = 120_000_000;

/**
 * Photos of the pages of one document as one file of that many pages (TIFF), in their order, upright as their cameras say.
 * Throws what the picture library throws for bytes that are no picture.
 */
export async function joinPages(photos: readonly Uint8Array[]): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const pages: Buffer[] = [];
  for (const photo of photos) {
    const upright = sharp(photo, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true });
    pages.push(await upright.png({ compressionLevel: 1 }).toBuffer());
  }
  return sharp(pages, { join: { animated: true, background: '#ffffff' } })
    .tiff({ compression: 'jpeg', quality: 90 })
    .toBuffer();
}
