import { type ErrorCode, KnownError } from '../../errors.ts';

/**
 * Every sentence with which a file is refused, in one place. Each names the file, says what is wrong with it and
 * what the person can do.
 */

const accepted = 'PDF có lớp chữ, DOCX, HTML, TXT và Markdown';

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

export const emptyFile = (fileName: string) =>
  refusal('file_unreadable', fileName, 'rỗng, không có nội dung. Hãy kiểm tra lại tệp rồi nạp lại.');

/** `mostBytes`: the limit that the file is over. */
export const fileTooLarge = (fileName: string, mostBytes: number) =>
  refusal(
    'file_too_large',
    fileName,
    `lớn hơn ${Math.round(mostBytes / 1024 / 1024)} MB nên chưa nhận. Hãy chia nhỏ tệp hoặc giảm ảnh trong tệp rồi nạp lại, hoặc tăng INGEST_FILE_MB.`,
  );

export const noText = (fileName: string) =>
  refusal('file_unreadable', fileName, 'không có chữ nào đọc được. Hãy kiểm tra lại tệp rồi nạp lại.');

/** `seems`: what the content is, in Vietnamese: `tệp Word đời cũ (.doc)`. */
export const unsupported = (fileName: string, seems: string) =>
  refusal(
    'file_unsupported',
    fileName,
    `có vẻ là ${seems}: chưa đọc được định dạng này. Các định dạng nhận được: ${accepted}. Hãy lưu lại văn bản theo một định dạng đó rồi nạp lại.`,
  );

export const damaged = (fileName: string, format: string, cause?: unknown) =>
  refusal(
    'file_unreadable',
    fileName,
    `là ${format} nhưng bị hỏng hoặc bị cắt cụt, không đọc được trọn vẹn. Hãy tải hoặc lưu lại tệp rồi nạp lại.`,
    cause,
  );

export const passwordProtected = (fileName: string, format: string) =>
  refusal(
    'file_unreadable',
    fileName,
    `là ${format} được đặt mật khẩu nên không mở được. Hãy gỡ mật khẩu rồi nạp lại.`,
  );

export const tooMuchInside = (fileName: string, what: string) =>
  refusal(
    'limit_exceeded',
    fileName,
    `bị từ chối vì ${what}. Đây không giống một văn bản bình thường; hãy lưu lại tệp bằng Word hoặc LibreOffice rồi nạp lại.`,
  );

/** `pages`: `null` when the whole document is scanned. */
export const scanned = (fileName: string, pages: string | null) =>
  refusal(
    'file_unreadable',
    fileName,
    pages === null
      ? 'là bản quét (ảnh chụp trang giấy): chưa đọc được văn bản quét. Hãy nạp bản có lớp chữ, chẳng hạn tệp Word hoặc PDF xuất từ Word.'
      : `có ${pages} là ảnh quét: chưa đọc được văn bản quét, mà bỏ các trang ấy thì văn bản thiếu nội dung. Hãy nạp bản có lớp chữ đầy đủ, chẳng hạn tệp Word hoặc PDF xuất từ Word.`,
  );

export const brokenTextLayer = (fileName: string) =>
  refusal(
    'file_unreadable',
    fileName,
    'có lớp chữ bị vỡ (chữ rời rạc, mất dấu) nên không dùng được. Hãy nạp tệp Word hoặc xuất lại PDF từ Word; trên máy chủ, cài poppler-utils cũng có thể giúp đọc tệp này.',
  );

/** `encoding`: `TCVN3 (ABC)`, `VNI` or both names where the evidence does not settle it. */
export const legacyEncodingRefused = (fileName: string, encoding: string) =>
  refusal(
    'file_unreadable',
    fileName,
    `dùng bảng mã cũ ${encoding}: chưa đọc được. Hãy chuyển sang Unicode (chẳng hạn bằng UniKey) rồi nạp lại.`,
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
