import { languageFolder } from './languageData.ts';
import type { GreyImage, Layout, OcrEngine } from './ocrEngine.ts';
import { wordsOfTsv } from './tsv.ts';

/** PNG by sharp, hardly packed: the worker takes no raw pixels. */
async function png({ width, height, data }: GreyImage): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** `tesseract.js` with its packaged data: slower than the program, and needs nothing installed. Loads nothing from anywhere. */
export async function tesseractPackage(): Promise<OcrEngine> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const segmentation = {
    page: PSM.AUTO,
    sparse: PSM.SPARSE_TEXT,
    figures: PSM.SINGLE_LINE,
    block: PSM.SINGLE_BLOCK,
  } satisfies Record<Layout, unknown>;
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: languageFolder(),
    cacheMethod: 'none',
    gzip: true,
  });
  return {
    name: 'tesseract.js',
    recognise: async (image, layout) => {
      await worker.setParameters({
        tessedit_pageseg_mode: segmentation[layout],
        tessedit_char_whitelist: layout === 'figures' ? '0123456789' : '',
        user_defined_dpi: String(Math.round(image.dpi)),
      });
      const { data } = await worker.recognize(await png(image), {}, { text: false, tsv: true });
      return wordsOfTsv(data.tsv ?? '');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
