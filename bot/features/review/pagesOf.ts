/** Letters of one page: one message of every channel. */
const PAGE = 3200;

/** A text in pages that end where lines end; only a line that is longer than a page is cut. Nothing is lost but the breaks. */
export function pagesOf(text: string): readonly string[] {
  const pages: string[] = [];
  let page = '';
  for (const line of text.split('\n').flatMap(piecesOf)) {
    if (page !== '' && page.length + 1 + line.length > PAGE) {
      pages.push(page);
      page = '';
    }
    page = page === '' ? line : `${page}\n${line}`;
  }
  return page.trim() === '' ? pages : [...pages, page];
}

function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > PAGE) {
    const blank = rest.lastIndexOf(' ', PAGE);
    const cut = blank > 0 ? blank : PAGE;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...pieces, rest];
}
