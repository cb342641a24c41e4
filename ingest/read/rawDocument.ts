import type { Format } from '../../domain/directive.ts';

/** One line or paragraph as the format gives it, before any normalisation. */
export type RawLine = {
  readonly text: string;
  /** From 1; `null` where the format has no pages. */
  readonly page: number | null;
  /**
   * `paragraph`: the format knows that this is a whole paragraph (DOCX, HTML).
   * `line`: a line of a text that may be wrapped by hand or by a page (PDF, TXT, Markdown bodies).
   * `heading`: marked as a heading by the format (Markdown `#`, HTML `h1`…`h6`, DOCX heading styles).
   * `table`: one row of a table, cells joined by ` | `.
   * `blank`: an empty line (it separates paragraphs); `text` is empty.
   */
  readonly role: 'paragraph' | 'line' | 'heading' | 'table' | 'blank';
};

/** The key in `meta` of the day on which a file was signed electronically, the first if several times; ISO. */
export const SIGNATURE_TIME = 'signature-time';

/** What a reader makes of a file: its lines in reading order and the metadata that the format carries. */
export type RawDocument = {
  readonly format: Format;
  readonly lines: readonly RawLine[];
  /** Front matter, HTML `<meta>`/`<title>`, document properties. Keys as found; values as text (lists joined by `; `). */
  readonly meta: Readonly<Record<string, string>>;
  /** Vietnamese sentences for the admin. */
  readonly warnings: readonly string[];
};
