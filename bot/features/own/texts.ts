import type { AccessReason } from '../../../domain/account.ts';
import type { Assumption } from '../../../requirements/whatIf.ts';

const STATUS = { met: 'Đạt', missing: 'Thiếu', unknown: 'Chưa đủ dữ liệu' } as const;

const SETTLED = {
  met: 'đạt',
  missing: 'thiếu',
  unknown: 'chưa đủ dữ liệu',
  unbound: 'không áp dụng',
} as const;

/** What the features about one person's record say. */
export const texts = {
  commands: {
    gaps: 'tôi còn thiếu gì',
    record: 'hồ sơ của tôi',
    qualifications: 'bằng cấp của tôi',
    renewal: 'khi nào phải học lại',
    link: 'liên kết hồ sơ, xem và gỡ các kênh đã liên kết',
    unlink: 'bỏ liên kết',
    myData: 'tải dữ liệu của tôi',
    erase: 'xóa dữ liệu của tôi',
    whoSaw: 'ai đã xem hồ sơ của tôi',
    wrong: 'báo thông tin sai trong hồ sơ',
  },
  status: STATUS,
  strangers:
    'Tôi chưa biết anh/chị là ai nên không mở hồ sơ nào. Anh/chị xin cán bộ tổ chức của đơn vị một mã liên kết (8 ký tự, dùng một lần, trong 24 giờ), rồi bấm “Liên kết hồ sơ” trên trang web, hoặc gõ /lienket và mã đó.',
  noRecord:
    'Tài khoản này chưa gắn với hồ sơ cán bộ nào. Anh/chị nhờ cán bộ tổ chức của đơn vị kiểm tra giúp.',
  notYours:
    'Tôi chỉ cho xem hồ sơ của chính anh/chị hoặc của người thuộc đơn vị anh/chị phụ trách. Muốn xem của mình, anh/chị gõ “tôi còn thiếu gì”.',
  nobody: (name: string) => `Tôi không thấy ai tên “${name}” trong các đơn vị anh/chị phụ trách.`,
  several: (name: string) => `Có nhiều người tên “${name}”. Anh/chị chọn giúp:`,
  gapsTitle: (name: string) => `${name} – còn thiếu gì`,
  summary: (met: number, all: number, missing: number, unknown: number) =>
    `Đạt ${met}/${all} yêu cầu${missing > 0 ? `, thiếu ${missing}` : ''}${unknown > 0 ? `, ${unknown} chưa đủ dữ liệu để kết luận` : ''}.`,
  nothingBinds:
    'Trong các yêu cầu đã nạp, chưa có yêu cầu nào áp dụng cho hồ sơ này. Anh/chị hỏi cán bộ tổ chức nếu thấy chưa đúng.',
  allMet: 'Không còn thiếu yêu cầu nào.',
  asOf: (day: string) => `Tính đến ${day}.`,
  /** Under the title of a picture. */
  pictureAsOf: (day: string, mark: string | null) => [`Tính đến ${day}`, mark ?? []].flat().join(' · '),
  assumed: (assumption: Assumption) =>
    ({
      post: `Giả sử anh/chị giữ chức danh “${assumption.name}”:`,
      planned: `Giả sử anh/chị được quy hoạch chức danh “${assumption.name}”:`,
      grade: `Giả sử anh/chị được xếp ngạch, hạng “${assumption.name}”:`,
    })[assumption.kind],
  unknownPosition: (name: string) =>
    `Trong các yêu cầu đã nạp chưa có chức danh, ngạch “${name}”, nên tôi chưa xét được. Anh/chị thử viết đủ tên, ví dụ “Chủ tịch UBND xã”, “Phó Giám đốc Sở”, “chuyên viên chính”.`,
  gateClosed:
    'Chưa có kết luận đạt tiêu chuẩn chính trị trong hồ sơ, nên chưa xem xét bước nào của quy trình nhân sự; phần dưới chỉ để anh/chị chuẩn bị.',
  metTitle: 'Đã đạt:',
  metLine: (title: string, fact: string | null) => (fact === null ? title : `${title} (${fact})`),
  tryGaps: 'Tôi còn thiếu gì?',
  choices: { renewal: 'Khi nào tôi phải học lại?', qualifications: 'Bằng cấp của tôi' },
  next: 'Việc nên làm tiếp:',
  bringPapers:
    'Với những mục chưa đủ dữ liệu: mang văn bằng, chứng chỉ, quyết định liên quan tới cán bộ tổ chức để bổ sung hồ sơ.',
  topicMet: 'Theo hồ sơ thì mục này không thiếu:',
  topicNotAsked: 'Trong các yêu cầu áp dụng cho anh/chị không có yêu cầu nào về mục này.',
  basis: {
    post: (name: string) => `Chức danh đang giữ: ${name}`,
    planned: (name: string) => `Chức danh quy hoạch: ${name}`,
    grade: (name: string) => `Ngạch, hạng: ${name}`,
    group: (name: string) => `Diện quản lý: ${name}`,
    everyone: 'Áp dụng chung',
  },
  /** The record is silent of what decides whether it binds. */
  basisOpen: {
    post: 'Có thể áp dụng: hồ sơ chưa ghi chức danh đang giữ',
    planned: 'Có thể áp dụng: hồ sơ chưa ghi chức danh quy hoạch',
    grade: 'Có thể áp dụng: hồ sơ chưa ghi ngạch, hạng',
    group: 'Có thể áp dụng: hồ sơ chưa ghi diện quản lý',
  },
  supposed: {
    post: (name: string) => `Nếu giữ chức danh: ${name}`,
    planned: (name: string) => `Nếu được quy hoạch: ${name}`,
    grade: (name: string) => `Nếu ở ngạch, hạng: ${name}`,
  },
  dueMissing: (day: string) => `Còn hạn đến ${day}.`,
  overdue: (day: string) => `Đã quá hạn từ ${day}.`,
  dueRenewal: (day: string) => `Phải học lại hoặc cập nhật trước ${day}.`,
  settle: (claim: string, ifSo: keyof typeof SETTLED, ifNot: keyof typeof SETTLED) =>
    `Nếu ${claim} thì ${SETTLED[ifSo]}, nếu không thì ${SETTLED[ifNot]}.`,
  marks: {
    sample: 'mẫu – chưa thẩm định',
    proposed: 'đề xuất – chưa duyệt',
    notStored: 'văn bản chưa được nạp vào máy',
  },
  sampleNote: 'Có yêu cầu mẫu – chưa thẩm định: chỉ để dùng thử, không dùng làm căn cứ thật.',
  recordTitle: (name: string) => `Hồ sơ: ${name}`,
  qualificationsTitle: (name: string) => `Văn bằng, chứng chỉ: ${name}`,
  nothingRecorded: 'chưa ghi',
  record: {
    code: 'Mã cán bộ',
    unit: 'Đơn vị',
    birth: 'Ngày sinh',
    sex: 'Giới tính',
    party: 'Đảng viên',
    recruited: 'Bắt đầu công tác',
    posts: 'Chức vụ',
    planned: 'Quy hoạch',
    grades: 'Ngạch, hạng',
    groups: 'Diện quản lý',
    qualifications: 'Văn bằng, chứng chỉ',
    lacks: 'Hồ sơ ghi chưa có',
    trainings: 'Đào tạo, bồi dưỡng',
    evaluations: 'Đánh giá hằng năm',
    conclusions: 'Tiêu chuẩn chính trị',
    reviewed: 'Hồ sơ đã rà soát đủ ngày',
  },
  sex: { male: 'nam', female: 'nữ' },
  yes: 'có',
  no: 'không',
  passed: 'đạt',
  failed: 'chưa đạt',
  sampleRecord: 'Hồ sơ mẫu: người và đơn vị đều hư cấu.',
  wrongHint: 'Thấy chỗ nào chưa đúng, anh/chị gõ /baosai kèm nội dung cần sửa.',
  renewalTitle: 'Những mục phải học lại hoặc cập nhật:',
  renewalNone: 'Trong các yêu cầu áp dụng cho anh/chị không có mục nào phải học lại theo kỳ.',
  renewalNoneOf: (topic: string) =>
    `Trong các yêu cầu áp dụng cho anh/chị không có mục nào về ${topic} phải học lại theo kỳ.`,
  linkHow:
    'Anh/chị xin cán bộ tổ chức của đơn vị một mã liên kết (8 ký tự, dùng một lần, trong 24 giờ), rồi gõ /lienket và mã, ví dụ: /lienket ABCD-2345. Nếu đã liên kết ở một kênh khác, anh/chị gõ /lienket moi ở đó để tự lấy mã.',
  linkPhone: 'Hoặc bấm nút bên dưới để chia sẻ số điện thoại của chính anh/chị, nếu số đó có trong hồ sơ.',
  consent: (name: string) => [
    `Mã này mở hồ sơ của ${name}. Nếu không phải là anh/chị, xin đừng đồng ý.`,
    'Khi đồng ý, anh/chị cho phép phần mềm đọc hồ sơ cán bộ của mình để trả lời riêng cho anh/chị trên kênh này. Dữ liệu nằm trong cơ sở dữ liệu của cơ quan, không gửi cho mô hình ngôn ngữ nào; mỗi lần xem đều được ghi lại.',
    'Lúc nào anh/chị cũng có thể: bỏ liên kết (/huylienket), tải dữ liệu (/dulieucuatoi), xem ai đã xem (/aidaxem), xóa dữ liệu (/xoadulieu), báo sai (/baosai).',
  ],
  agree: 'Tôi đồng ý',
  disagree: 'Không phải tôi, thôi',
  disagreed: 'Vâng, tôi không liên kết gì cả.',
  agreeByButton:
    'Anh/chị chọn ngay dưới tin tôi hỏi giúp nhé: bấm nút, hoặc trả lời bằng số của lựa chọn. Không còn thấy lựa chọn đó thì anh/chị gõ lại lệnh trước, ví dụ /lienket và mã.',
  linked: (name: string) => `Đã liên kết với hồ sơ của ${name}. Anh/chị có thể hỏi ngay: “tôi còn thiếu gì”.`,
  linkedAccount: (name: string) => `Đã liên kết với tài khoản ${name}.`,
  adminMay:
    'Anh/chị là quản trị văn bản: gửi tệp văn bản vào đây (trên web: mục “Quản lý văn bản”) để tôi đọc, rồi anh/chị duyệt và công bố. Gõ /tailieu để xem các văn bản, /trogiup để xem mọi lệnh.',
  seeUploads: 'Văn bản chờ duyệt',
  codeRefused: (left: number) =>
    `Mã không đúng, đã dùng hoặc đã hết hạn. ${left > 0 ? `Anh/chị còn thử được ${left} lần` : 'Anh/chị đã hết lượt thử'} trong 24 giờ; hoặc xin cán bộ tổ chức một mã mới.`,
  codeBlocked:
    'Anh/chị đã gõ sai mã nhiều lần, nên trong 24 giờ tới tôi không nhận mã từ tài khoản này. Cần gấp, anh/chị gặp cán bộ tổ chức của đơn vị.',
  phoneUnknown:
    'Tôi không thấy đúng một hồ sơ nào có số điện thoại này. Anh/chị dùng mã liên kết do cán bộ tổ chức cấp nhé.',
  phoneNotShared: 'Kênh này chưa xác nhận được số điện thoại của anh/chị. Anh/chị dùng mã liên kết nhé.',
  relinked: (day: string) =>
    `Hồ sơ của anh/chị vừa được liên kết thêm với một tài khoản khác (${day}). Nếu không phải anh/chị làm, hãy báo ngay cán bộ tổ chức.`,
  replaced: (day: string) =>
    `Hồ sơ của anh/chị vừa được liên kết với một tài khoản khác (${day}), nên tài khoản này không còn mở được hồ sơ. Nếu không phải anh/chị làm, hãy báo ngay cán bộ tổ chức.`,
  noSender:
    'Ở đây tôi không phân biệt được ai với ai, nên không liên kết được. Anh/chị mở chat riêng với tôi.',
  unlinked: 'Đã bỏ liên kết. Từ giờ tài khoản này không mở được hồ sơ nữa.',
  notLinked: 'Tài khoản này chưa liên kết với hồ sơ nào.',
  myData:
    'Đây là mọi dữ liệu về anh/chị đang được lưu (dạng JSON): hồ sơ, liên kết, đề nghị sửa, thông báo, nhật ký xem.',
  myDataFile: 'du-lieu-cua-toi.json',
  eraseAsk:
    'Tôi sẽ xóa mọi liên kết (Telegram, web…), đề nghị sửa, lời nhắn chờ và dấu vết tự xem hồ sơ của anh/chị. Hồ sơ cán bộ là của cơ quan nên còn nguyên; nhật ký người khác xem hồ sơ được giữ đủ thời hạn theo quy định. Anh/chị có muốn xóa không?',
  eraseAskAgain: 'Xóa rồi thì không lấy lại được. Anh/chị chắc chắn chứ?',
  eraseYes: 'Tôi muốn xóa',
  eraseYesAgain: 'Chắc chắn, xóa đi',
  eraseNo: 'Thôi, giữ lại',
  erased: (links: number, traces: number, requests: number, months: number) =>
    `Đã xóa: ${links} liên kết, ${requests} đề nghị sửa, ${traces} dấu vết tự xem. Nhật ký người khác xem hồ sơ được giữ ${months} tháng rồi xóa.`,
  kept: 'Vâng, tôi giữ nguyên.',
  whoSaw: 'Những lần hồ sơ của anh/chị được xem – người khác trước, mới nhất trước:',
  whoSawNobody: 'Chưa có ai xem hồ sơ của anh/chị.',
  whoSawColumns: ['Lúc', 'Ai', 'Để làm gì', 'Qua kênh'],
  ownLook: 'chính anh/chị',
  reasons: { own: 'tự xem', staff: 'theo nhiệm vụ', export: 'kết xuất' } satisfies Record<
    AccessReason,
    string
  >,
  wrongHow:
    'Anh/chị gõ /baosai rồi ghi rõ dòng nào sai và đúng ra là gì, ví dụ: /baosai Bằng thạc sĩ cấp năm 2019, không phải 2018.',
  wrongSent: (id: number) =>
    `Đã gửi đề nghị số ${id} tới cán bộ tổ chức của đơn vị anh/chị. Có kết quả, tôi báo cho anh/chị.`,
  wrongMine: 'Các đề nghị của anh/chị:',
  wrongLine: (id: number, says: string, state: string) => `Số ${id}: ${says} – ${state}`,
  states: { open: 'đang chờ', accepted: 'cán bộ tổ chức đã nhận, sẽ sửa hồ sơ', declined: 'không sửa' },
  purposes: {
    gaps: 'xem còn thiếu gì',
    record: 'xem hồ sơ',
    renewal: 'xem hạn học lại',
    wrong: 'báo thông tin sai',
    myData: 'tải dữ liệu',
    names: 'tìm theo tên',
  },
} as const;
