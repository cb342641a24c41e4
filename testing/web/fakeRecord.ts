import type { Block, FindingBlock } from '../../bot/message.ts';
import type { Citation } from '../../domain/citation.ts';
import { drawGaps } from '../../reports/gapPicture.ts';
import { decree } from './inventedDirective.ts';

/** Verbatim from the invented directive, so that the citation below opens at these words. */
export const ruleWords =
  '2. Người giữ chức vụ lãnh đạo cấp phòng trở lên học thêm 12 tiết về kỹ năng quản lý.';
export const ruleLabel = 'khoản 2 Điều 4 Quyết định 41/2026/QĐ-UBND (hiệu lực từ 01/7/2026)';

function ruleCitation(): Citation {
  const start = decree.text.indexOf(ruleWords);
  return {
    directiveId: decree.id,
    provisionId: null,
    document: 'Quyết định 41/2026/QĐ-UBND',
    path: ['Chương II', 'Điều 4', 'khoản 2'],
    heading: 'Thời gian bồi dưỡng tối thiểu',
    quote: ruleWords,
    start,
    end: start + ruleWords.length,
    page: 1,
    kind: 'issued',
    sample: true,
    effective: '2026-07-01',
    inForce: true,
    validity: 'in_force',
    until: null,
    supersededBy: null,
    changes: [],
  };
}

const silent = {
  kind: 'finding',
  fact: null,
  due: null,
  settledBy: [],
  nextStep: null,
  label: 'Điều 9 Hướng dẫn 12-HD/BTCTU',
  quote: 'Điều 9. Cán bộ quy hoạch hoàn thành chương trình trước khi được bổ nhiệm.',
  citation: null,
  mark: null,
} as const;

/** Five findings of an invented person: every status, every piece, with and without a stored document. */
export const findings: readonly FindingBlock[] = [
  {
    ...silent,
    status: 'missing',
    title: 'Trung cấp lý luận chính trị trở lên',
    basis: 'Chức danh đang giữ: Chủ tịch UBND xã',
    reason: 'Hồ sơ chỉ có sơ cấp lý luận chính trị, yêu cầu từ trung cấp.',
    fact: 'Sơ cấp lý luận chính trị, cấp 12/2019',
    due: 'Còn hạn đến 01/3/2027.',
    nextStep: 'Đăng ký lớp trung cấp lý luận chính trị tại trường chính trị tỉnh.',
    label: ruleLabel,
    quote: ruleWords,
    citation: ruleCitation(),
    mark: 'mẫu – chưa thẩm định',
  },
  {
    ...silent,
    status: 'missing',
    title: 'Bồi dưỡng quốc phòng và an ninh đối tượng 3 trong 18 tháng từ khi nhận chức vụ',
    basis: 'Diện quản lý: cán bộ lãnh đạo cấp xã',
    reason: 'Hồ sơ chưa có lớp bồi dưỡng nào thuộc đối tượng 3 trở lên.',
    due: 'Đã quá hạn từ 15/9/2026.',
    mark: 'mẫu – chưa thẩm định; văn bản chưa được nạp vào máy',
  },
  {
    ...silent,
    status: 'unknown',
    title: 'Bằng đại học phù hợp với vị trí việc làm',
    basis: 'Ngạch, hạng: chuyên viên',
    reason: 'Hồ sơ chưa ghi chuyên ngành của bằng đại học.',
    fact: 'Đại học, cấp 2011',
    settledBy: [
      'Cần biết chuyên ngành của bằng đại học: nếu có thì đạt, nếu không thì thiếu.',
      'Cần biết vị trí việc làm đang giữ: nếu có thì đạt, nếu không thì chưa đủ dữ liệu.',
    ],
    label: ruleLabel,
    quote: ruleWords,
    citation: ruleCitation(),
    mark: 'đề xuất – chưa duyệt',
  },
  {
    ...silent,
    status: 'unknown',
    title: 'Chứng chỉ bồi dưỡng kỹ năng số',
    basis: 'Áp dụng chung',
    reason: 'Hồ sơ chưa ghi chứng chỉ nào về kỹ năng số.',
    settledBy: ['Cần biết chứng chỉ kỹ năng số: nếu có thì đạt, nếu không thì thiếu.'],
  },
  {
    ...silent,
    status: 'met',
    title: 'Bồi dưỡng lãnh đạo, quản lý cấp phòng',
    basis: 'Chức danh quy hoạch: Phó Giám đốc Sở',
    reason: 'Hồ sơ có chứng chỉ bồi dưỡng lãnh đạo, quản lý cấp phòng.',
    fact: 'Lãnh đạo, quản lý cấp phòng, cấp 06/2024',
    due: 'Phải học lại hoặc cập nhật trước 30/6/2029.',
  },
];

const statusWords = { met: 'Đạt', missing: 'Thiếu', unknown: 'Chưa đủ dữ liệu' } as const;

/** "Tôi còn thiếu gì?" as the core answers it: title, summary, picture, findings, what to do. */
export async function gapBlocks(): Promise<readonly Block[]> {
  const count = (status: FindingBlock['status']) => findings.filter((one) => one.status === status).length;
  const summary = 'Đạt 1/5 yêu cầu, thiếu 2, 2 chưa đủ dữ liệu để kết luận.';
  const { png, width, height } = await drawGaps({
    title: 'Nguyễn Thị Mẫu – còn thiếu gì',
    subtitle: 'Tính đến 22/11/2026.',
    met: count('met'),
    missing: count('missing'),
    unknown: count('unknown'),
    lines: findings.map(({ title, status }) => ({ label: title, status })),
  });
  return [
    { kind: 'text', tone: 'title', text: 'Nguyễn Thị Mẫu – còn thiếu gì' },
    { kind: 'text', tone: 'plain', text: `${summary} Tính đến 22/11/2026.` },
    {
      kind: 'picture',
      png: Buffer.from(png).toString('base64'),
      width,
      height,
      alt: [summary, ...findings.map(({ status, title }) => `${statusWords[status]}: ${title}.`)].join(' '),
    },
    ...findings,
    { kind: 'text', tone: 'title', text: 'Việc nên làm tiếp:' },
    { kind: 'list', items: ['Đăng ký lớp trung cấp lý luận chính trị tại trường chính trị tỉnh.'] },
    { kind: 'text', tone: 'note', text: 'Thấy chỗ nào chưa đúng, anh/chị gõ /baosai kèm nội dung cần sửa.' },
  ];
}

/** Any bytes, the ones that text would spoil included. */
export const reportBytes: Uint8Array = Uint8Array.from({ length: 14_337 }, (_, index) => (index * 7) % 256);
export const reportName = 'Báo cáo đào tạo – phường Nam Lam 2026-11-22.xlsx';

export const reportTable = {
  kind: 'table',
  title: 'Cán bộ đạt yêu cầu theo đơn vị, tính đến 22/11/2026',
  columns: [
    { label: 'Đơn vị', align: 'left' },
    { label: 'Yêu cầu', align: 'left' },
    { label: 'Đạt', align: 'right' },
    { label: 'Tổng số', align: 'right' },
    { label: 'Tỷ lệ', align: 'right' },
  ],
  rows: [
    ['Phường Nam Lam', 'Trung cấp lý luận chính trị', '12', '15', '80,00%'],
    ['Xã Mỹ Lộc Đông', 'Trung cấp lý luận chính trị', '9', '14', '64,29%'],
    ['Xã Mỹ Lộc Tây', 'Quốc phòng và an ninh đối tượng 3', '1.204', '1.310', '91,91%'],
    ['Phường Bến Lam', 'Kỹ năng số', '', '11', '–'],
    ['Sở Nội vụ', 'Bồi dưỡng lãnh đạo, quản lý cấp phòng', '7', '7', '100,00%'],
    ['', 'Cả tỉnh', '1.232', '1.357', '90,79%'],
  ],
} as const satisfies Block;

export const reportBlocks: readonly Block[] = [
  { kind: 'text', tone: 'title', text: 'Báo cáo đào tạo, bồi dưỡng' },
  reportTable,
  {
    kind: 'file',
    name: reportName,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: Buffer.from(reportBytes).toString('base64'),
  },
];

const markup = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const endless = 'dài'.repeat(150);
/** The same letters written apart, as some keyboards and files do. */
export const writtenApart = 'Nguyễn Thị Mẫu'.normalize('NFD');
export const hostileWords = `${markup} ${endless} ${writtenApart}`;

/** Every kind of block with words that would break a careless page. */
export const hostileBlocks: readonly Block[] = [
  { kind: 'text', tone: 'title', text: hostileWords },
  {
    kind: 'finding',
    status: 'unknown',
    title: hostileWords,
    basis: hostileWords,
    reason: hostileWords,
    fact: hostileWords,
    due: hostileWords,
    settledBy: [hostileWords, hostileWords],
    nextStep: hostileWords,
    label: hostileWords,
    quote: hostileWords,
    citation: { ...ruleCitation(), validity: 'not_yet', inForce: false },
    mark: hostileWords,
  },
  {
    kind: 'table',
    title: hostileWords,
    columns: [
      { label: hostileWords, align: 'left' },
      { label: '', align: 'right' },
    ],
    rows: [[hostileWords, hostileWords]],
  },
  { kind: 'table', title: null, columns: [{ label: 'Đơn vị', align: 'left' }], rows: [] },
  // No picture at all: its words stand in for it.
  { kind: 'picture', png: '"><b>', width: 300, height: 200, alt: `${hostileWords}. ${hostileWords}.` },
  { kind: 'file', name: `${hostileWords}.html`, mediaType: 'text/html', base64: '' },
];
