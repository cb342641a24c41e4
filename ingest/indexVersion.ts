import { createHash } from 'node:crypto';
import glossary from '../data/glossary.json' with { type: 'json' };
import type { Header, Passage } from '../domain/directive.ts';
import type { PassageIndex, PassageTerms } from '../store/passages/passageIndex.ts';

/** To be raised where the index changes in a way that the probe does not show. */
const FORM = 2;

/** What an index is made of. */
export type Indexed = {
  readonly header: Header;
  readonly text: string;
  readonly passages: readonly Pick<Passage, 'heading' | 'start' | 'end'>[];
};

/** Holds one of each that an index treats in its own way: what code makes of it stands for what it makes of all texts. */
const PROBE = [
  'Điều 5. Đào tạo, bồi dưỡng lí luận chính trị – quốc phòng/an ninh (QP-AN); kỹ năng, quý III, qui định.',
  'Vị trí việc làm là công việc gắn với chức danh, ngạch Chuyên viên chính (mã số 01.002) hoặc V.10.10.34, hạng II.',
  'Theo khoản 2 Điều 5 Nghị định số 171/2025/NĐ-CP ngày 30/6/2025: “Trong Nghị định này, CBCCVC được hiểu là cán bộ”.',
  '1.500.000 đồng, 80% và 08 giờ 🎓; Training of Trainers (ToT) 2026; lần thứ nhất, thứ hai; n\u0065\u0302\u0301u.',
  ...glossary.abbreviations.flatMap(({ short }) => [short, `${short.toLowerCase()} 15 `]),
].join('\n');

const PROBED: Indexed = {
  header: {
    number: '171/2025/NĐ-CP',
    type: 'Nghị định',
    issuer: 'Chính phủ',
    issued: '2025-06-30',
    effective: '2025-07-01',
    title: 'Quy định về đào tạo, bồi dưỡng công chức',
    signer: 'Nguyễn Văn A',
    place: 'Hà Nội',
  },
  text: PROBE,
  passages: [
    { heading: 'Thời gian · Đào tạo, bồi dưỡng · Quy định chung', start: 0, end: PROBE.length },
    { heading: '', start: 0, end: 20 },
  ],
};

/**
 * The version of an index: another glossary, or code that makes something else of a text, gives another one, whoever
 * changed it. Two runs of the same program give the same.
 */
export function versionOf(
  index: (directive: Indexed, fileName: string) => Omit<PassageIndex, 'version'>,
): string {
  const { title, passages } = index(PROBED, 'nghi-dinh.txt');
  const entries = ({ heading, body }: PassageTerms) => [[...heading], [...body]];
  const seen = [FORM, glossary.abbreviations, title, passages.map(entries)];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
}
