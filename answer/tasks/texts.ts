import type { RelationKind } from '../../domain/validity.ts';

const relations: Readonly<Record<RelationKind, string>> = {
  replaces: 'Thay thế',
  repeals: 'Bãi bỏ',
  amends: 'Sửa đổi',
  supplements: 'Bổ sung',
  corrects: 'Đính chính',
  guides: 'Quy định chi tiết, hướng dẫn',
  basis: 'Căn cứ',
};

/** Words that tasks write beside those of the documents. */
export const taskTexts = {
  relations,
  unnamed: 'văn bản khác',
  ground: (
    type: string,
    number: string | null,
    issued: string | null,
    issuer: string | null,
    title: string | null,
  ) =>
    [
      `Căn cứ ${type}`,
      ...(number === null ? [] : [`số ${number}`]),
      ...(issued === null ? [] : [`ngày ${issued}`]),
      ...(issuer === null ? [] : [`của ${issuer}`]),
      ...(title === null ? [] : [`“${title}”`]),
    ].join(' '),
} as const;
