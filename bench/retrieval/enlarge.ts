import type { Article } from './corpus.ts';

const PROVINCES = [
  'Lam Giang',
  'Sơn Trà Giang',
  'Đông Hà Lĩnh',
  'Mỹ Phú An',
  'Bình Lộc',
  'Hòa Vân',
  'Yên Sa',
];
const FIELDS = ['thủy lợi', 'lưu trữ', 'kiểm lâm', 'khí tượng', 'nghề muối', 'đo lường', 'dược liệu'];
const NAMES = ['Hoa', 'Lĩnh', 'Nghĩa', 'Thuận', 'Khê', 'Vĩnh', 'Tường', 'Quế', 'Châu', 'Sa', 'Bạch', 'Xuân'];

/**
 * The documents, then them again until there are `times` as many, one at a time: each copy has other numbers, another
 * invented province and field in its title, other digits and other names in its text, and ids by `copyId`.
 */
export function* enlarge(
  documents: readonly (readonly Article[])[],
  times: number,
): Generator<readonly Article[]> {
  yield* documents;
  for (let copy = 1; copy < times; copy += 1) {
    for (const articles of documents) yield articles.map((article) => alter(article, copy));
  }
}

/** The id of the article of which this is a copy, or the id itself. */
export function originalId(id: string): string {
  return id.replace(/#\d+$/, '');
}

function alter(article: Article, copy: number): Article {
  const { document } = article;
  const place = `tỉnh ${at(PROVINCES, copy)}, lĩnh vực ${at(FIELDS, Math.floor(copy / PROVINCES.length) + copy)}`;
  return {
    ...article,
    id: `${article.id}#${copy}`,
    heading: alterText(article.heading, copy),
    text: alterText(article.text, copy),
    document: {
      ...document,
      number: document.number?.replace(/\d+/, (digits) => String(Number(digits) + copy * 1_000)) ?? null,
      title: `${document.title ?? ''} – ${place}`,
    },
  };
}

/** Numbers of the same length, and about every third name that stands within a sentence. */
function alterText(text: string, copy: number): string {
  return text
    .replace(/\d+/g, (digits) =>
      String((Number(digits) + copy * 7) % 10 ** digits.length).padStart(digits.length, '0'),
    )
    .replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}+/gu, (name) => {
      const key = name.length * 31 + (name.codePointAt(0) ?? 0) + (name.codePointAt(1) ?? 0);
      return key % 3 === 0 ? at(NAMES, key + copy) : name;
    });
}

function at(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}
