import type { LeftOut } from '../leftOut.ts';

/** Fields that every document has: numbers of pages, tables of contents, links within it, places to fill in. */
const usual =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|TOC|TC|SEQ|FORM(?:TEXT|CHECKBOX|DROPDOWN)|HYPERLINK\s+\\l)\b/i;

/** The fields of one paragraph as its runs go by: what stands between a field's beginning and its result is code. */
export class DocxFields {
  readonly #found: LeftOut;
  readonly #open: { code: string; inResult: boolean }[] = [];

  constructor(found: LeftOut) {
    this.#found = found;
  }

  get isInCode(): boolean {
    return this.#open.some(({ inResult }) => !inResult);
  }

  /** `type`: of a `w:fldChar`. A paragraph may end a field that began before it. */
  mark(type: string): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ code: '', inResult: false });
    else if (last === undefined) return;
    else if (type === 'separate') last.inResult = true;
    else {
      this.#open.pop();
      this.simple(last.code);
    }
  }

  addCode(code: string): void {
    const last = this.#open.at(-1);
    if (last === undefined) this.simple(code);
    else last.code += code;
  }

  /** Tells of a code that is no usual one. */
  simple(code: string): void {
    if (/\p{L}/u.test(code) && !usual.test(code)) this.#found.fields += 1;
  }
}
