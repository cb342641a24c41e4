/** A word and its place on the page, in points from the top left corner of the page as it is shown. */
export type PdfWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A page as an engine hands it over, before anything is decided about it. */
export type PdfPage = {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Words that a reader of the page sees. */
  readonly words: readonly PdfWord[];
  /**
   * Words drawn in the invisible mode: the text layer of a recognised scan, or text hidden on purpose.
   */
  readonly hiddenWords: readonly PdfWord[];
  /** Those of `words` that are in the colour of paper: hidden, or headings on dark ground. */
  readonly whiteWords: readonly PdfWord[];
  /** Share of the page's area under raster images, 0 to 1. */
  readonly imageShare: number;
};

export type PdfContent = {
  readonly pages: readonly PdfPage[];
  /** Document properties: title, author, dates. */
  readonly meta: Readonly<Record<string, string>>;
  /** Vietnamese sentences about what the engine could not see. */
  readonly warnings: readonly string[];
};
