import sharp from 'sharp';
import { expect, it } from 'vitest';
import { joinPages } from './joinPages.ts';

it('photos of pages become one file of as many pages, in their order', async () => {
  const photo = (grey: number, width: number) =>
    sharp({ create: { width, height: 400, channels: 3, background: { r: grey, g: grey, b: grey } } })
      .jpeg()
      .toBuffer();
  const joined = await joinPages([await photo(200, 300), await photo(40, 300), await photo(120, 280)]);
  expect(await sharp(joined).metadata()).toMatchObject({ format: 'tiff', pages: 3 });
  const middle = async (page: number) =>
    (
      await sharp(joined, { page }).extract({ left: 140, top: 200, width: 1, height: 1 }).raw().toBuffer()
    )[0] ?? 0;
  for (const [page, grey] of [200, 40, 120].entries()) {
    expect(Math.abs((await middle(page)) - grey)).toBeLessThan(4);
  }
  await expect(joinPages([new TextEncoder().encode('chữ')])).rejects.toThrow();
});
