import type { Block, FindingBlock } from '../message.ts';

export type TableBlock = Extract<Block, { readonly kind: 'table' }>;
export type FileBlock = Extract<Block, { readonly kind: 'file' }>;

/** Words that every face without pages of its own puts around a finding, a table, a picture and a file. */
export const blockWords = {
  status: { met: 'Đạt', missing: 'Thiếu', unknown: 'Chưa đủ dữ liệu' },
  picture: (alt: string) => `Hình: ${alt}`,
  file: (block: FileBlock) => `Tệp ${block.name} (${sizeWords(fileBytes(block).byteLength)})`,
  noRows: 'Chưa có dòng nào.',
} as const;

/** What a finding says between its title and its provision, a sentence a line. */
export function findingLines(finding: FindingBlock): readonly string[] {
  const { basis, reason, fact, due, settledBy, nextStep } = finding;
  return [
    basis,
    reason,
    fact === null ? '' : `Trong hồ sơ: ${fact}`,
    due ?? '',
    settledBy.length === 1 ? `Để biết chắc: ${settledBy[0]}` : '',
    ...(settledBy.length > 1 ? ['Để biết chắc:', ...settledBy.map((sentence) => `• ${sentence}`)] : []),
    nextStep === null ? '' : `Việc nên làm: ${nextStep}`,
  ].filter((line) => line.trim() !== '');
}

/** The label of the provision, with the page where it is known. */
export function findingSource({ label, citation }: FindingBlock): string {
  const page = citation?.page ?? null;
  return page === null ? label : `${label}, trang ${page}`;
}

/** The cells of a row that say something, each after the name of its column. */
export function rowWords({ columns }: TableBlock, row: readonly string[]): readonly string[] {
  return row.flatMap((cell, index) => {
    const label = columns[index]?.label.trim() ?? '';
    if (cell.trim() === '') return [];
    return [label === '' ? cell.trim() : `${label}: ${cell.trim()}`];
  });
}

export function fileBytes({ base64 }: FileBlock): Uint8Array {
  return Buffer.from(base64, 'base64');
}

/** `512 byte`, `12 KB`, `1,4 MB`. */
function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}
