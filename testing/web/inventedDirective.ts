import type {
  DirectiveSummary,
  Header,
  ProvisionKind,
  StoredDirective,
  StoredProvision,
} from '../../domain/directive.ts';

/** An invented directive in the state form: real shape, no real agency's words. */
const decreeText = `ỦY BAN NHÂN DÂN TỈNH SÔNG TRĂNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 41/2026/QĐ-UBND
Sông Trăng, ngày 12 tháng 5 năm 2026
QUYẾT ĐỊNH
Ban hành Quy định về đào tạo, bồi dưỡng cán bộ, công chức, viên chức tỉnh Sông Trăng
Căn cứ nhu cầu nâng cao năng lực của đội ngũ cán bộ, công chức, viên chức trong tỉnh;
Theo đề nghị của Giám đốc Sở Nội vụ.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này hướng dẫn việc cử người đi học, chế độ khi học và trách nhiệm sau khi hoàn thành khóa học.
Điều 2. Đối tượng áp dụng
1. Cán bộ, công chức, viên chức đang làm việc tại các cơ quan, đơn vị của tỉnh.
2. Người hoạt động không chuyên trách ở cấp xã được áp dụng khi có quy định riêng của Hội đồng nhân dân tỉnh.
Điều 3. Nguyên tắc đào tạo, bồi dưỡng
1. Học để làm được việc; nội dung học gắn với vị trí việc làm và chức danh quy hoạch.
2. Bảo đảm công khai, đúng đối tượng, không cử một người học hai khóa trùng nội dung trong cùng một năm.
Chương II
CHẾ ĐỘ BỒI DƯỠNG
Điều 4. Thời gian bồi dưỡng tối thiểu
1. Công chức, viên chức tham gia bồi dưỡng kiến thức, kỹ năng ít nhất 40 tiết trong một năm, trong đó:
a) Ít nhất 16 tiết về chuyên môn, nghiệp vụ của vị trí việc làm;
b) Ít nhất 8 tiết về kỹ năng số và an toàn thông tin.
2. Người giữ chức vụ lãnh đạo cấp phòng trở lên học thêm 12 tiết về kỹ năng quản lý.
3. Thời gian học trực tuyến được tính như học tập trung khi có giấy xác nhận hoàn thành.
Điều 5. Kinh phí
1. Người được cử đi học được chi trả học phí, tài liệu và công tác phí theo quy định về tài chính hiện hành.
2. Người tự đăng ký khóa học ngoài kế hoạch tự chi trả, trừ trường hợp thủ trưởng đơn vị đồng ý bằng văn bản.
Điều 6. Đền bù chi phí đào tạo
Người được cử đi học từ 12 tháng trở lên mà tự ý bỏ học, hoặc thôi việc khi chưa phục vụ đủ thời gian bằng hai lần thời gian học, phải hoàn trả kinh phí theo tỷ lệ thời gian còn thiếu.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 7. Trách nhiệm của các đơn vị
1. Sở Nội vụ lập kế hoạch năm trước ngày 30 tháng 10.
2. Thủ trưởng đơn vị bố trí thời gian để người được cử đi học theo đúng lịch.
Điều 8. Hiệu lực thi hành
Quy định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
KT. CHỦ TỊCH
Trần Minh Khuê`;

const rungs: readonly (readonly [RegExp, ProvisionKind, number])[] = [
  [/^(Chương [IVX]+)/, 'chuong', 1],
  [/^(Điều \d+)\./, 'dieu', 2],
  [/^(\d+)\. /, 'khoan', 3],
  [/^([a-zđ])\) /, 'diem', 4],
];

type Open = { readonly index: number; readonly rung: number; readonly path: readonly string[] };

/** A stand-in for the real reader, enough for well-formed texts like the one above. */
function readProvisions(text: string): readonly StoredProvision[] {
  const provisions: StoredProvision[] = [];
  const open: Open[] = [];
  let offset = 0;
  const lines = text.split('\n');
  const closeDownTo = (rung: number, end: number) => {
    for (let last = open.at(-1); last !== undefined && last.rung >= rung; last = open.at(-1)) {
      const provision = provisions[last.index];
      if (provision !== undefined) provisions[last.index] = { ...provision, end };
      open.pop();
    }
  };
  for (const [number, line] of lines.entries()) {
    for (const [pattern, kind, rung] of rungs) {
      const match = pattern.exec(line);
      if (match?.[1] === undefined || (rung > 2 && open.length === 0)) continue;
      closeDownTo(rung, Math.max(offset - 1, 0));
      const label = kind === 'khoan' ? `khoản ${match[1]}` : kind === 'diem' ? `điểm ${match[1]}` : match[1];
      const path = [...(open.at(-1)?.path ?? []), label];
      const heading =
        kind === 'chuong'
          ? (lines[number + 1] ?? null)
          : kind === 'dieu'
            ? line.slice(label.length + 2)
            : null;
      provisions.push({
        id: 100 + provisions.length,
        kind,
        label,
        path,
        heading,
        start: offset,
        end: text.length,
        page: 1 + Math.floor(offset / 1800),
        parent: open.at(-1)?.index ?? null,
      });
      open.push({ index: provisions.length - 1, rung, path });
      break;
    }
    offset += line.length + 1;
  }
  return provisions;
}

const header: Header = {
  number: '41/2026/QĐ-UBND',
  type: 'Quyết định',
  issuer: 'Ủy ban nhân dân tỉnh Sông Trăng',
  issued: '2026-05-12',
  effective: '2026-07-01',
  title: 'Ban hành Quy định về đào tạo, bồi dưỡng cán bộ, công chức, viên chức tỉnh Sông Trăng',
  signer: 'Trần Minh Khuê',
  place: 'Sông Trăng',
};

export const decree: StoredDirective = {
  id: 1,
  fileName: 'quyet-dinh-41.md',
  format: 'md',
  kind: 'issued',
  sample: true,
  header,
  text: decreeText,
  provisions: readProvisions(decreeText),
  warnings: [],
};

const pressText = `Sông Trăng mở lớp kỹ năng số cho cán bộ xã
Sáng nay, tỉnh Sông Trăng khai giảng lớp bồi dưỡng kỹ năng số đầu tiên dành cho cán bộ cấp xã.
Theo ban tổ chức, lớp học gồm 24 tiết, học vào các buổi chiều thứ Sáu để không ảnh hưởng việc tiếp dân.`;

export const pressPage: StoredDirective = {
  id: 2,
  fileName: 'bao-song-trang.html',
  format: 'html',
  kind: 'press',
  sample: true,
  header: {
    number: null,
    type: null,
    issuer: 'Báo Sông Trăng',
    issued: '2026-08-20',
    effective: null,
    title: 'Sông Trăng mở lớp kỹ năng số cho cán bộ xã',
    signer: null,
    place: null,
  },
  text: pressText,
  provisions: [],
  warnings: ['Không tìm thấy ngày có hiệu lực trong tệp này.'],
};

const manyArticles = Array.from({ length: 160 }, (_, index) => {
  const number = index + 1;
  const chapter =
    index % 20 === 0
      ? [
          `Chương ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][index / 20]}`,
          `NHÓM NỘI DUNG THỨ ${1 + index / 20}`,
        ]
      : [];
  return [
    ...chapter,
    `Điều ${number}. Nội dung bồi dưỡng số ${number}`,
    `1. Nội dung này được học trong ${8 + (number % 5) * 4} tiết, chia thành các buổi liên tiếp để người học kịp thực hành tại đơn vị, có hướng dẫn và có nhận xét sau mỗi buổi của người phụ trách lớp.`,
    `2. Người học hoàn thành khi có mặt ít nhất 80% số tiết và nộp bài thu hoạch đúng hạn, trong đó:`,
    `a) Bài thu hoạch gắn với công việc đang làm, nêu rõ việc đã áp dụng được và việc còn vướng mắc khi áp dụng tại đơn vị;`,
    `b) Thủ trưởng đơn vị xác nhận kết quả áp dụng sau khóa học trong thời hạn ba tháng.`,
  ].join('\n');
}).join('\n');

/** About 100 kB, 640 provisions: for scrolling. Not yet in force on any day before 2099. */
export const longDirective: StoredDirective = {
  id: 3,
  fileName: 'chuong-trinh-khung.docx',
  format: 'docx',
  kind: 'issued',
  sample: false,
  header: {
    ...header,
    number: '07/2098/TT-ĐTBD',
    type: 'Thông tư',
    issuer: 'Viện Bồi dưỡng Sông Trăng',
    effective: '2099-01-01',
    issued: '2098-11-03',
    title: 'Chương trình khung bồi dưỡng theo vị trí việc làm',
    signer: null,
  },
  text: manyArticles,
  provisions: readProvisions(manyArticles),
  warnings: [],
};

const directives: readonly StoredDirective[] = [decree, pressPage, longDirective];

export async function readInventedDirective(id: number): Promise<StoredDirective | null> {
  return directives.find((directive) => directive.id === id) ?? null;
}

export async function listInventedDirectives(): Promise<readonly DirectiveSummary[]> {
  return directives.map(
    ({ text: _text, provisions: _provisions, warnings: _warnings, ...summary }) => summary,
  );
}
