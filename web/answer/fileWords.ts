import { texts } from '../texts.ts';

/** What a file is, by the ending of its name: `Bảng tính Excel`. */
export function fileKind(name: string): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return texts.file.kind;
  return new Map(Object.entries(texts.file.kinds)).get(ending) ?? texts.file.kindOf(ending.toUpperCase());
}

/** How many bytes stand behind base64, without decoding it. */
export function sizeOfBase64(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((base64.length * 3) / 4) - padding);
}

/** `512 byte`, `12 KB`, `1,4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}
