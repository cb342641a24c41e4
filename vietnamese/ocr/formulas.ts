/**
 * Words that Vietnamese directives say alike everywhere, as they are spelled now: what recognition misreads in them can
 * be known from the rest. Numbers, dates and names of persons and places have no part in them.
 */

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Headings of articles. */
const HEADINGS = lines(`
  Phạm vi điều chỉnh
  Đối tượng áp dụng
  Phạm vi điều chỉnh và đối tượng áp dụng
  Phạm vi điều chỉnh, đối tượng áp dụng
  Phạm vi và đối tượng áp dụng
  Giải thích từ ngữ
  Nguyên tắc chung
  Nguyên tắc thực hiện
  Nguyên tắc phối hợp
  Áp dụng pháp luật
  Các hành vi bị nghiêm cấm
  Những hành vi bị nghiêm cấm
  Vị trí và chức năng
  Nhiệm vụ và quyền hạn
  Cơ cấu tổ chức
  Kinh phí thực hiện
  Nguồn kinh phí thực hiện
  Kinh phí bảo đảm
  Chế độ báo cáo
  Chế độ thông tin, báo cáo
  Thanh tra, kiểm tra
  Khen thưởng, kỷ luật
  Khen thưởng và xử lý vi phạm
  Xử lý vi phạm
  Giải quyết tranh chấp
  Điều khoản áp dụng
  Điều khoản tham chiếu
  Điều khoản chuyển tiếp
  Quy định chuyển tiếp
  Điều khoản thi hành
  Hiệu lực thi hành
  Hiệu lực và trách nhiệm thi hành
  Hiệu lực thi hành và trách nhiệm thi hành
  Hiệu lực thi hành và tổ chức thực hiện
  Hiệu lực thi hành và điều khoản chuyển tiếp
  Hiệu lực thi hành và quy định chuyển tiếp
  Quy định chi tiết và hướng dẫn thi hành
  Hướng dẫn thi hành
  Trách nhiệm thi hành
  Trách nhiệm thực hiện
  Trách nhiệm tổ chức thực hiện
  Trách nhiệm hướng dẫn và thi hành
  Tổ chức thực hiện
  Điều khoản chuyển tiếp và hiệu lực thi hành
`);

/** Lines of heads and feet, and headings of chapters. */
const OTHER_LINES = lines(`
  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  Độc lập - Tự do - Hạnh phúc
  ĐẢNG CỘNG SẢN VIỆT NAM
  QUY ĐỊNH CHUNG
  NHỮNG QUY ĐỊNH CHUNG
  ĐIỀU KHOẢN THI HÀNH
  TỔ CHỨC THỰC HIỆN
  MỤC ĐÍCH, YÊU CẦU
  ỦY BAN NHÂN DÂN
  HỘI ĐỒNG NHÂN DÂN
  TM. ỦY BAN NHÂN DÂN
  TM. HỘI ĐỒNG NHÂN DÂN
  TM. CHÍNH PHỦ
  THỦ TƯỚNG
  KT. THỦ TƯỚNG
  PHÓ THỦ TƯỚNG
  BỘ TRƯỞNG
  KT. BỘ TRƯỞNG
  TL. BỘ TRƯỞNG
  THỨ TRƯỞNG
  THỦ TRƯỞNG
  CHỦ TỊCH
  KT. CHỦ TỊCH
  PHÓ CHỦ TỊCH
  GIÁM ĐỐC
  KT. GIÁM ĐỐC
  PHÓ GIÁM ĐỐC
  Ban Bí thư Trung ương Đảng
  Thủ tướng, các Phó Thủ tướng Chính phủ
  Thủ tướng và các Phó Thủ tướng Chính phủ
  Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ
  HĐND, UBND các tỉnh, thành phố trực thuộc trung ương
  UBND các tỉnh, thành phố trực thuộc trung ương
  UBND, HĐND các tỉnh, thành phố trực thuộc TW
  Văn phòng Trung ương và các Ban của Đảng
  Văn phòng Trung ương Đảng
  Văn phòng Tổng Bí thư
  Văn phòng Chủ tịch nước
  Văn phòng Quốc hội
  Văn phòng Chính phủ
  Hội đồng Dân tộc và các Ủy ban của Quốc hội
  Tòa án nhân dân tối cao
  Viện kiểm sát nhân dân tối cao
  Kiểm toán nhà nước
  Ủy ban Giám sát tài chính Quốc gia
  Ngân hàng Chính sách xã hội
  Ngân hàng Phát triển Việt Nam
  Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
  Cơ quan trung ương của các đoàn thể
  Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính - Bộ Tư pháp
  Cục Kiểm tra văn bản và Tổ chức thi hành pháp luật - Bộ Tư pháp
  Cục Kiểm soát thủ tục hành chính - Bộ Tư pháp
  Cổng Thông tin điện tử Chính phủ
  Đoàn đại biểu Quốc hội tỉnh
  Thường trực Tỉnh ủy
  Thường trực HĐND tỉnh
  Thường trực Thành ủy
  Các sở, ban, ngành
`);

const MINISTRIES = lines(`
  Quốc phòng
  Công an
  Ngoại giao
  Nội vụ
  Tư pháp
  Tài chính
  Công Thương
  Nông nghiệp và Môi trường
  Xây dựng
  Văn hóa, Thể thao và Du lịch
  Khoa học và Công nghệ
  Giáo dục và Đào tạo
  Y tế
  Dân tộc và Tôn giáo
`);

const CITIES = 'Hà Nội|Huế|Hải Phòng|Đà Nẵng|Hồ Chí Minh|Cần Thơ'
  .split('|')
  .map((name) => `THÀNH PHỐ ${name}`);
const PROVINCES = (
  'Cao Bằng|Điện Biên|Hà Tĩnh|Lai Châu|Lạng Sơn|Nghệ An|Quảng Ninh|Thanh Hóa|Sơn La|Tuyên Quang|Lào Cai|Thái Nguyên|' +
  'Phú Thọ|Bắc Ninh|Hưng Yên|Ninh Bình|Quảng Trị|Quảng Ngãi|Gia Lai|Khánh Hòa|Lâm Đồng|Đắk Lắk|Đồng Nai|Tây Ninh|' +
  'Vĩnh Long|Đồng Tháp|Cà Mau|An Giang'
)
  .split('|')
  .map((name) => `TỈNH ${name}`);
/** Heads of local offices. */
const LOCAL_LINES = [...CITIES, ...PROVINCES].flatMap((name) =>
  ['', 'ỦY BAN NHÂN DÂN ', 'HỘI ĐỒNG NHÂN DÂN '].map((office) => (office + name).toUpperCase()),
);

const LAWS = lines(`
  Luật Ban hành văn bản quy phạm pháp luật
  Luật Tổ chức Chính phủ
  Luật Tổ chức chính quyền địa phương
  Luật Tổ chức Quốc hội
  Luật Tổ chức Tòa án nhân dân
  Luật Tổ chức Viện kiểm sát nhân dân
  Luật Cán bộ, công chức
  Luật Viên chức
  Luật Ngân sách nhà nước
  Luật Đầu tư công
  Luật Giáo dục nghề nghiệp
  Luật Giáo dục đại học
  Luật Nhà giáo
  Luật Bảo hiểm xã hội
  Luật Bảo hiểm y tế
  Luật Thi đua, khen thưởng
  Luật Phòng, chống tham nhũng
  Luật Xử lý vi phạm hành chính
  Luật Giao dịch điện tử
  Luật Công nghệ thông tin
  Luật Bảo vệ bí mật nhà nước
  Luật Bảo vệ môi trường
  Luật Tiếp cận thông tin
  Luật Tiếp công dân
  Luật Quản lý, sử dụng tài sản công
  Luật Sĩ quan Quân đội nhân dân Việt Nam
  Luật Công an nhân dân
  Luật Mặt trận Tổ quốc Việt Nam
  Bộ luật Lao động
`);

const DOCUMENTS = ['Quyết định', 'Nghị định', 'Thông tư', 'Nghị quyết', 'Kế hoạch', 'Quy chế', 'Quy định'];

/** Phrases of preambles and closing articles. */
const PHRASES = lines(`
  quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Văn phòng Chính phủ
  được sửa đổi, bổ sung một số điều theo
  đã được sửa đổi, bổ sung một số điều theo
  được sửa đổi, bổ sung bởi Luật số
  được sửa đổi, bổ sung bởi Nghị định số
  sửa đổi, bổ sung một số điều của các Luật
  sửa đổi, bổ sung một số điều của Nghị định số
  sửa đổi, bổ sung một số điều của Thông tư số
  quy định chi tiết một số điều và biện pháp thi hành
  quy định chi tiết và hướng dẫn thi hành một số điều của
  Chính phủ ban hành Nghị định quy định
  Bộ trưởng Bộ Nội vụ ban hành Thông tư quy định
  Theo đề nghị của Bộ trưởng Bộ
  Theo đề nghị của Giám đốc Sở
  Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân
  Theo đề nghị của Vụ trưởng Vụ
  Theo đề nghị của Cục trưởng Cục
  Xét đề nghị của Giám đốc Sở
  có hiệu lực thi hành kể từ ngày ký ban hành
  có hiệu lực thi hành kể từ ngày ký
  có hiệu lực thi hành kể từ ngày
  có hiệu lực kể từ ngày ký ban hành
  Trong quá trình thực hiện, nếu có khó khăn, vướng mắc
  Trong quá trình tổ chức thực hiện, nếu có vướng mắc
  đề nghị phản ánh về Bộ Nội vụ để xem xét, giải quyết
  kịp thời phản ánh về Bộ để được hướng dẫn, giải quyết
  để xem xét, giải quyết
  Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ
  Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương
  Chủ tịch Ủy ban nhân dân các xã, phường và các đơn vị, cá nhân có liên quan
  Chánh Văn phòng Ủy ban nhân dân tỉnh
  và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành
  và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành
  Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành
  Giám đốc, Thủ trưởng các Sở, ban, ngành
  Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương
  các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ
  Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội
  Thủ tướng Chính phủ xem xét, quyết định
`);

/** What fills a line of its own, behind its label or dash. */
export const LINE_FORMULAS: readonly string[] = [...HEADINGS, ...OTHER_LINES, ...LOCAL_LINES];

/** What stands anywhere in running text. */
export const PHRASE_FORMULAS: readonly string[] = [
  ...LAWS.flatMap((law) => [`Căn cứ ${law}`, `một số điều của ${law}`]),
  ...MINISTRIES.flatMap((name) => [
    `Bộ trưởng Bộ ${name}`,
    `quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ ${name}`,
    `Theo đề nghị của Bộ trưởng Bộ ${name}`,
  ]),
  ...DOCUMENTS.flatMap((name) => [
    `chịu trách nhiệm thi hành ${name} này`,
    `${name} này có hiệu lực thi hành kể từ ngày`,
    `ban hành kèm theo ${name} này`,
  ]),
  ...PHRASES,
  ...OTHER_LINES.filter((line) => line.split(' ').length >= 7 && line !== line.toUpperCase()),
];
