import type { IngestLimits } from '../config.ts';
import { type ErrorCode, KnownError } from '../errors.ts';
import { capitalised } from './letters.ts';

/**
 * Everything that reading a file says to people, in one place: the names of formats, the refusals (each names the
 * file, says what is wrong with it and what the person can do) and the warnings for the admin.
 */

/** What a file is, as sentences call it; the ones that are read go by their `Format`. */
const FILE_KINDS = {
  pdf: 'PDF',
  docx: 'DOCX',
  html: 'HTML',
  txt: 'văn bản thuần',
  md: 'Markdown',
  utf8: 'văn bản UTF-8',
  office: 'tệp Office',
  oldOffice: 'tệp Office đời cũ',
  doc: 'tệp Word đời cũ (.doc)',
  ppt: 'tệp PowerPoint đời cũ (.ppt)',
  xls: 'tệp Excel đời cũ (.xls)',
  xlsx: 'tệp Excel (.xlsx)',
  xlsb: 'tệp Excel nhị phân (.xlsb)',
  pptx: 'tệp PowerPoint (.pptx)',
  odt: 'tệp văn bản LibreOffice (.odt)',
  ods: 'tệp bảng tính LibreOffice (.ods)',
  odp: 'tệp trình chiếu LibreOffice (.odp)',
  odf: 'tệp LibreOffice',
  epub: 'sách điện tử EPUB',
  rtf: 'tệp RTF (.rtf)',
  postscript: 'tệp PostScript (.ps)',
  djvu: 'tệp DjVu',
  image: 'ảnh (JPG, PNG, TIFF, WebP)',
  otherImage: 'tệp ảnh',
  media: 'tệp âm thanh hoặc phim',
  program: 'tệp chương trình',
  archive: 'tệp nén',
  zip: 'tệp nén (ZIP)',
  csv: 'bảng dữ liệu CSV',
  tsv: 'bảng dữ liệu TSV',
  json: 'dữ liệu JSON',
  xml: 'dữ liệu XML',
  svg: 'hình vẽ SVG',
  yaml: 'dữ liệu YAML',
  mail: 'thư điện tử',
  mht: 'trang web lưu gộp (.mht)',
  binary: 'tệp nhị phân lạ',
} as const;

export type FileKind = keyof typeof FILE_KINDS;

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

const accepted =
  'PDF, DOCX, DOC, RTF, XLSX, XLS, PPTX, PPT, ODT, ODS, ODP, HTML, MHTML, TXT, Markdown, ảnh JPG, PNG và TIFF, cùng tệp ZIP và thư (EML, MSG) chứa các tệp đó';

function refusal(code: ErrorCode, fileName: string, what: string, cause?: unknown): KnownError {
  return new KnownError(
    code,
    `Tệp “${shownName(fileName)}” ${what}`,
    cause === undefined ? undefined : { cause },
  );
}

/** A file name fit for a sentence: without folders, control and direction characters, and not endless. */
export function shownName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim();
  const letters = [...clean];
  if (letters.length === 0) return 'không tên';
  return letters.length > 120 ? `${letters.slice(0, 100).join('')}…${letters.slice(-15).join('')}` : clean;
}

/** The name that a stranger's file is kept under: one that every database, page and folder can hold. */
export function keptName(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return shownName(base.replace(/^[.\s]+$/, ''));
}

export const emptyFile = (fileName: string) =>
  refusal('file_unreadable', fileName, 'rỗng, không có nội dung. Hãy kiểm tra lại tệp rồi nạp lại.');

/** `mostBytes`: the limit that the file is over. */
export const fileTooLarge = (fileName: string, mostBytes: number) =>
  refusal(
    'file_too_large',
    fileName,
    `lớn hơn ${megabytes(mostBytes)} MB nên chưa nhận. Hãy chia nhỏ tệp hoặc giảm ảnh trong tệp rồi nạp lại, hoặc tăng INGEST_FILE_MB.`,
  );

export const noText = (fileName: string) =>
  refusal('file_unreadable', fileName, 'không có chữ nào đọc được. Hãy kiểm tra lại tệp rồi nạp lại.');

export const unsupported = (fileName: string, kind: FileKind) =>
  refusal(
    'file_unsupported',
    fileName,
    kind === 'archive'
      ? `có vẻ là ${FILE_KINDS[kind]} RAR, 7z hoặc loại khác: chỉ mở được ZIP. Hãy giải nén rồi nạp từng văn bản, hoặc nén lại thành ZIP.`
      : `có vẻ là ${FILE_KINDS[kind]}: chưa đọc được định dạng này. Các định dạng nhận được: ${accepted}. Hãy lưu lại văn bản theo một định dạng đó rồi nạp lại.`,
  );

export const damaged = (fileName: string, kind: FileKind, cause?: unknown) =>
  refusal(
    'file_unreadable',
    fileName,
    `là ${FILE_KINDS[kind]} nhưng bị hỏng hoặc bị cắt cụt, không đọc được trọn vẹn. Hãy tải hoặc lưu lại tệp rồi nạp lại.`,
    cause,
  );

export const passwordProtected = (fileName: string, kind: FileKind) =>
  refusal(
    'file_unreadable',
    fileName,
    `là ${FILE_KINDS[kind]} được đặt mật khẩu nên không mở được. Hãy gỡ mật khẩu rồi nạp lại.`,
  );

/** What a file may have inside that no document has; sizes in bytes. */
export type Excess =
  | { readonly of: 'members' | 'total' | 'member' | 'text'; readonly most: number }
  | { readonly of: 'entities' | 'memory' | 'nesting' };

function excessText(excess: Excess): string {
  switch (excess.of) {
    case 'members':
      return `chứa hơn ${excess.most} tệp con`;
    case 'total':
      return `bung ra hơn ${megabytes(excess.most)} MB`;
    case 'member':
      return `một tệp con bung ra hơn ${megabytes(excess.most)} MB`;
    case 'text':
      return `chứa hơn ${excess.most / 1_000_000} triệu chữ cái`;
    case 'entities':
      return 'có khai báo thực thể XML bên trong';
    case 'nesting':
      return 'lồng quá nhiều lớp vào nhau';
    case 'memory':
      return 'cần quá nhiều bộ nhớ để mở';
  }
}

export const tooMuchInside = (fileName: string, excess: Excess) =>
  refusal(
    'limit_exceeded',
    fileName,
    `bị từ chối vì ${excessText(excess)}. Đây không giống một văn bản bình thường; hãy lưu lại tệp bằng Word hoặc LibreOffice rồi nạp lại.`,
  );

/** `pages`: `null` when the whole document is scanned. */
export const scanned = (fileName: string, pages: readonly number[] | null) =>
  refusal(
    'file_unreadable',
    fileName,
    pages === null
      ? 'là ảnh quét (ảnh chụp trang giấy) nhưng không đọc được chữ nào. Hãy quét lại rõ hơn, ngay ngắn hơn (300 dpi), hoặc nạp tệp Word.'
      : `có ${pageRanges(pages)} là ảnh quét không mở được, mà bỏ các trang ấy thì văn bản thiếu nội dung. Hãy quét hoặc xuất lại PDF rồi nạp lại, hoặc nạp tệp Word.`,
  );

/** `most`: pages that are read from pictures in one file. */
export const tooManyScans = (fileName: string, most: number) =>
  refusal(
    'limit_exceeded',
    fileName,
    `có hơn ${most} trang quét nên chưa nhận. Hãy chia thành nhiều tệp rồi nạp lại.`,
  );

export const brokenTextLayer = (fileName: string) =>
  refusal(
    'file_unreadable',
    fileName,
    'có lớp chữ bị vỡ (chữ rời rạc, mất dấu) nên không dùng được. Hãy nạp tệp Word hoặc xuất lại PDF từ Word; trên máy chủ, cài poppler-utils cũng có thể giúp đọc tệp này.',
  );

export const unknownEncoding = (fileName: string) =>
  refusal(
    'file_unreadable',
    fileName,
    'không phải văn bản UTF-8 và không nhận ra bảng mã. Hãy lưu lại theo UTF-8 rồi nạp lại.',
  );

/** The machine's fault, not the file's. */
export const diskFull = (fileName: string, cause: unknown) =>
  new KnownError(
    'disk_full',
    `Không đọc được tệp “${shownName(fileName)}” vì ổ đĩa tạm của máy chủ đã đầy. Hãy giải phóng chỗ rồi nạp lại.`,
    { cause },
  );

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** Reading went over one of its limits and was stopped. */
export function breached(
  limit: 'time' | 'memory' | 'output',
  fileName: string,
  limits: IngestLimits,
): KnownError {
  const name = shownName(fileName);
  const advice = 'Tệp có thể bị hỏng hoặc quá phức tạp; hãy lưu lại hoặc chia nhỏ rồi nạp lại';
  const sentences = {
    time: `Đọc tệp “${name}” quá ${limits.timeoutMs / 1000} giây nên đã dừng. ${advice}, hoặc tăng INGEST_TIMEOUT_SECONDS.`,
    memory: `Đọc tệp “${name}” cần hơn ${megabytes(limits.memoryBytes)} MB bộ nhớ nên đã dừng. ${advice}, hoặc tăng INGEST_MEMORY_MB.`,
    output: `Đọc tệp “${name}” cho ra hơn ${megabytes(limits.outputBytes)} MB nên đã dừng. ${advice}, hoặc tăng INGEST_OUTPUT_MB.`,
  };
  return new KnownError('limit_exceeded', sentences[limit]);
}

/** The reader ended without an answer; `detail` is for the log. */
export function unreadable(fileName: string, detail: string): KnownError {
  return new KnownError(
    'file_unreadable',
    `Không đọc được tệp “${shownName(fileName)}”: bộ đọc dừng giữa chừng, tệp có thể bị hỏng. Hãy lưu lại tệp (chẳng hạn mở bằng Word rồi lưu thành DOCX hoặc PDF) và nạp lại.`,
    { message: `The reader of ${shownName(fileName)} failed: ${detail}` },
  );
}

/** `[2, 3, 4, 9]` → `trang 2–4, 9`. */
function pageRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return `trang ${ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')}`;
}

type Pages = readonly number[];
const ofPages = (pages: Pages, what: string) => `${capitalised(pageRanges(pages))} ${what}`;

/** What the admin should know of a file that was read. Numbers of pages count from 1. */
export const WARNINGS = {
  wrongName: (fileName: string, kind: FileKind) =>
    `Tên tệp “${shownName(fileName)}” không khớp nội dung: tệp thực ra là ${FILE_KINDS[kind]} và đã được đọc như vậy.`,
  brokenUtf8: (fileName: string, places: number) =>
    `Tệp “${shownName(fileName)}” có ${places} chỗ không đúng UTF-8, đã thay bằng ký hiệu “\uFFFD”; nên đối chiếu với bản gốc.`,
  brokenFrontMatter:
    'Phần thông tin đầu tệp (front matter) viết sai YAML nên đã bỏ qua; nội dung vẫn được đọc.',
  hiddenInHtml: 'Đã bỏ phần chữ ẩn trong trang HTML.',
  hiddenInWord: (runs: number) => `Đã bỏ ${runs} đoạn chữ ẩn trong tệp.`,
  whiteLeftOut: (runs: number) => `Đã bỏ ${runs} đoạn chữ trắng trên nền trắng.`,
  notesLeftOut: (notes: number) =>
    `Có ${notes} chú thích (cuối trang, cuối văn bản) không đưa vào nội dung; nên xem trong bản gốc.`,
  fieldsLeftOut: (fields: number) => `Đã bỏ ${fields} mã trường (field) của Word, chỉ giữ chữ hiện ra.`,
  embeddedLeftOut: 'Trong tệp có phần nhúng từ tệp khác chưa được đọc; nên xem trong bản gốc.',
  picturesLeftOut: (pictures: number) =>
    `Trong tệp có ${pictures} hình lớn (trang quét, ảnh chụp, sơ đồ) không đưa vào nội dung; nếu trong hình có chữ cần tra cứu, anh/chị nạp riêng hình đó.`,
  slidesLeftOut: (slides: readonly number[]) => `Đã bỏ trang chiếu bị ẩn: ${slides.join(', ')}.`,
  sheetsLeftOut: (sheets: readonly string[]) =>
    `Đã bỏ ${sheets.length} trang tính bị ẩn: ${sheets.map((name) => `“${shownName(name)}”`).join(', ')}.`,
  cellsLeftOut: (rows: number, columns: number) =>
    `Đã bỏ ${[rows > 0 ? `${rows} hàng` : '', columns > 0 ? `${columns} cột` : ''].filter((part) => part !== '').join(' và ')} bị ẩn trong trang tính.`,
  whiteInWord: (runs: number) => `Có ${runs} đoạn chữ màu trắng, người đọc có thể không thấy.`,
  openRevisions: (revisions: number) =>
    `Tệp còn ${revisions} chỗ sửa chưa duyệt (track changes); đã đọc theo bản sau khi sửa.`,
  commentsLeftOut: 'Đã bỏ các lời bình luận trong tệp.',
  converted: (encodings: string) =>
    `Văn bản dùng bảng mã cũ (${encodings}), đã chuyển sang Unicode; nên xem lại vài chỗ, nhất là chữ in hoa.`,
  hiddenInSheets: 'Tệp Excel có trang tính, hàng hoặc cột bị ẩn; đã đọc cả phần đó, nên xem lại.',
  unseenStamps:
    'Tệp có phần đóng dấu hoặc ký số; số và ngày in trong đó có thể thiếu. Cài poppler-utils trên máy chủ để đọc đủ.',
  readByOcr: (pages: Pages) =>
    ofPages(pages, 'là ảnh quét, được máy nhận dạng chữ; nên đối chiếu với bản gốc trước khi công bố.'),
  doubtfulOcr: (pages: Pages) =>
    ofPages(pages, 'quét mờ hoặc lệch nên máy đọc chưa chắc; anh/chị hãy xem kỹ từng chữ.'),
  /** `parts`: such as `số 729/QĐ-TTg`, `ngày 23`. */
  writtenByHand: (parts: readonly string[]) =>
    `Chỗ viết tay hoặc đóng số ở đầu văn bản (${parts.join(', ')}) máy dễ đọc sai; anh/chị hãy đối chiếu với bản gốc.`,
  noIssueDay: 'Không đọc được ngày ban hành; anh/chị hãy bổ sung theo bản gốc.',
  /** Both as `28/4/2026`. */
  issueDayInferred: (day: string, signed: string) =>
    `Ngày ban hành chỉ đọc được ngày trong tháng; ${day} là suy ra từ ngày ký số ${signed}, anh/chị hãy đối chiếu với bản gốc.`,
  noSigner: 'Không đọc được người ký ở cuối văn bản; anh/chị hãy bổ sung theo bản gốc.',
  /** `repairs`: most frequent first. */
  repairedOcr: (
    repairs: readonly { readonly from: string; readonly to: string; readonly times: number }[],
  ) => {
    const shown = repairs
      .slice(0, 12)
      .map(({ from, to, times }) => `“${from}” → “${to}”${times > 1 ? ` (${times} lần)` : ''}`)
      .join(', ');
    const all = repairs.reduce((sum, { times }) => sum + times, 0);
    return `Đã sửa ${all} chỗ máy nhận dạng sai: ${shown}${repairs.length > 12 ? '…' : ''}.`;
  },
  scannedTables: (pages: Pages) =>
    ofPages(pages, 'có bảng trong ảnh quét; máy thường đọc lẫn ô, anh/chị hãy đối chiếu từng ô.'),
  picturePages: (pages: Pages) => ofPages(pages, 'chỉ có hình, không có chữ.'),
  blankPages: (pages: Pages) => ofPages(pages, 'không có chữ.'),
  brokenPages: (pages: Pages) => ofPages(pages, 'có chữ rời rạc, nên đối chiếu với bản gốc.'),
  recognisedPages: (pages: Pages) =>
    ofPages(pages, 'là ảnh quét có lớp chữ do máy nhận dạng, có thể sai chữ; hãy đối chiếu với bản gốc.'),
  hiddenInPdf: (pages: Pages) => `Đã bỏ chữ ẩn ở ${pageRanges(pages)}.`,
  whiteInPdf: (pages: Pages) => `Có chữ màu trắng ở ${pageRanges(pages)}, người đọc có thể không thấy.`,
  otherNumberDeclared: (own: string, declared: string) =>
    `Số hiệu trong văn bản (${own}) khác số hiệu khai kèm (${declared}); đã lấy số trong văn bản.`,
  otherIssueDayDeclared: 'Ngày ban hành trong văn bản khác ngày khai kèm; đã lấy ngày trong văn bản.',
  otherEffectiveDayDeclared: 'Ngày hiệu lực trong văn bản khác ngày khai kèm; đã lấy ngày trong văn bản.',
  succeeded: (former: string, successors: readonly string[], since: string, source: string) =>
    `${former} đã được sắp xếp lại từ ngày ${since}, nay là ${successors.join(', ')} (theo ${source}).`,
  noEffectiveDay: 'Không tìm thấy ngày có hiệu lực; cần bổ sung để biết văn bản còn áp dụng.',
  noNumber: 'Không tìm thấy số hiệu văn bản.',
  press: 'Không thấy số hiệu, cơ quan ban hành hay điều khoản; đã coi là bài báo, chỉ để tham khảo.',
  articlesMissing: (numbers: readonly number[]) =>
    `Không thấy ${numbers.length === 1 ? '' : 'các '}Điều ${numbers.join(', ')} trong dãy số điều; nên xem lại bản gốc.`,
  articleOutOfOrder: (number: string) =>
    `Có dòng bắt đầu bằng “Điều ${number}.” không theo thứ tự, đã coi là câu dẫn chiếu.`,
} as const;
