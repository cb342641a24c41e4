/** A picture of a page in shades of grey, one byte a pixel, 0 black to 255 white. */
export type GreyImage = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Dots an inch at which the page stands in it. */
  readonly dpi: number;
};

/** A word that an engine read, its box in pixels of the picture. */
export type OcrWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The engine's own, 0 to 100. It tells smudges from words, and hardly a right mark from a wrong one. */
  readonly confidence: number;
  /** Words of one line of the engine's carry one number. */
  readonly line: number;
};

/**
 * `page`: the engine finds blocks and lines. `sparse`: it looks for words anywhere, in no order. `figures`: the picture
 * is one line of figures. `block`: it is one block of lines.
 */
export type Layout = 'page' | 'sparse' | 'figures' | 'block';

export type OcrEngine = {
  readonly name: 'tesseract' | 'tesseract.js';
  /** Rejects when the engine cannot run at all. */
  readonly recognise: (image: GreyImage, layout: Layout) => Promise<readonly OcrWord[]>;
  readonly close: () => Promise<void>;
};
