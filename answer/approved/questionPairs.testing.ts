/** A question and others that ask the same; each line a set. Written for this product, over its samples. */
export const SAME: readonly (readonly string[])[] = `
bồi dưỡng ngạch chuyên viên học mấy tuần|lop boi duong ngach CV hoc may tuan|Lớp bồi dưỡng ngạch chuyên viên học bao lâu?|cho em hỏi bồi dưỡng ngạch CV mất bao lâu ạ|thời gian bồi dưỡng ngạch chuyên viên là bao nhiêu tuần
đi học thạc sĩ không quá bao nhiêu tuổi|di hoc thac si toi da bao nhieu tuoi|đi học cao học tối đa bao nhiêu tuổi|học thạc sĩ tối đa mấy tuổi|anh chị cho em hỏi đi học thạc sỹ không quá mấy tuổi ạ
học xong thạc sĩ phải cam kết phục vụ bao lâu|hoc thac si xong phai cam ket phuc vu bao lau|học cao học xong cam kết phục vụ mấy năm|cho hỏi đi học thạc sĩ phải cam kết phục vụ trong bao lâu
điều kiện cử đi đào tạo sau đại học|dieu kien cu di dao tao sau dai hoc la gi|điều kiện cử đi đào tạo sau đại học gồm những gì?|cử đi đào tạo sau đại học cần điều kiện gì
tự ý bỏ học giữa chừng thì đền bù bao nhiêu|tu y bo hoc den bu bao nhieu|tự bỏ học phải bồi hoàn bao nhiêu|tự ý nghỉ học giữa chừng đền bù bao nhiêu phần trăm
các trường hợp được miễn đền bù chi phí đào tạo|trường hợp nào được miễn đền bù kinh phí đào tạo|nhung truong hop duoc mien den bu chi phi dao tao|được miễn bồi hoàn chi phí đào tạo trong trường hợp nào
hồ sơ đề nghị cử đi học thạc sĩ gồm những gì|ho so de nghi cu di hoc cao hoc can gi|hồ sơ đề nghị cử đi học thạc sỹ cần những giấy tờ gì
ai quyết định cử đi học thạc sĩ trong nước|ai co tham quyen quyet dinh cu di hoc thac si trong nuoc|cơ quan nào quyết định cử đi học cao học trong nước
mất chứng chỉ bồi dưỡng có được cấp lại bản chính không|mat chung chi boi duong co duoc cap lai ban chinh ko|bị mất chứng chỉ bồi dưỡng thì có được cấp lại bản chính hay không ạ
có bằng tiến sĩ được hỗ trợ bao nhiêu tiền|co bang tien si duoc ho tro bao nhieu|có bằng tiến sỹ thì được trợ cấp mấy tiền
đi học có được hưởng nguyên lương không|di hoc co duoc huong nguyen luong khong|đi học được hưởng đủ lương không ạ|Cho em hỏi khi đi học có được giữ nguyên lương không
1 ngày học tính mấy tiết|1 ngay hoc may tiet|1 ngày học bao nhiêu tiết
nghỉ bao nhiêu % số tiết thì không được kiểm tra cuối khóa|nghi may phan tram so tiet thi khong duoc kiem tra cuoi khoa
bồi dưỡng theo vị trí việc làm là gì|thế nào là bồi dưỡng theo vị trí việc làm|boi duong theo VTVL la gi|bồi dưỡng theo vị trí việc làm được hiểu là gì
viên chức có áp dụng quyết định 915 không|vien chuc co ap dung qd 915 khong|QĐ 915/2026/QĐ-UBND có áp dụng viên chức không
công chức đang mang thai có được cử đi học không|cong chuc co thai co duoc cu di hoc khong|công chức có bầu có được cử đi học không ạ
học tiếng dân tộc thiểu số bao nhiêu tuần|hoc tieng dan toc thieu so may tuan|tiếng dân tộc thiểu số học bao lâu
xã gửi nhu cầu đào tạo năm sau về Sở Nội vụ trước ngày nào|xa nop nhu cau dao tao nam sau ve so noi vu truoc ngay nao|xã nộp nhu cầu đào tạo năm sau về Sở Nội vụ trước ngày mấy
chi phí đền bù có tính cả tiền lương không|chi phi den bu co tinh tien luong khong|kinh phí đền bù có gồm tiền lương không
chủ tịch UBND xã phải học chương trình mấy tuần|chu tich xa hoc chuong trinh may tuan|chủ tịch ủy ban nhân dân xã học chương trình bao lâu
người tập sự phải học xong lớp bồi dưỡng ngạch khi nào|tap su phai hoc xong boi duong ngach khi nao|người tập sự học xong lớp bồi dưỡng ngạch lúc nào
quyết định 915/2026/QĐ-UBND có hiệu lực khi nào|qd 915 hieu luc khi nao|Quyết định số 915/2026 có hiệu lực từ khi nào|QĐ 915 bao giờ có hiệu lực
quản lý đào tạo viên hạng III cần chứng chỉ gì|quan ly dao tao vien hang 3 can chung chi gi|quản lý đào tạo viên hạng III phải có chứng chỉ nào
mã số quản lý đào tạo viên chính|ma so quan ly dao tao vien chinh la gi|mã số quản lý đào tạo viên chính là bao nhiêu
quản lý đào tạo viên chính cần ngoại ngữ bậc mấy|quan ly dao tao vien chinh phai co ngoai ngu bac may
cử nhân chính trị có tương đương cao cấp LLCT không|cu nhan chinh tri co tuong duong CCLLCT khong|cử nhân chính trị có tương đương cao cấp lý luận chính trị hay không|cử nhân chính trị có tương đương cao cấp chính trị không ạ
bao nhiêu tuổi thì được miễn chứng chỉ ngoại ngữ tin học|may tuoi duoc mien chung chi ngoai ngu tin hoc|bao nhiêu tuổi được miễn chứng chỉ tiếng nước ngoài và tin học
chuyển xếp chức danh có được nâng bậc lương luôn không|chuyen xep chuc danh co duoc nang bac luong khong
từ năm 2027 mỗi năm cán bộ công chức phải học tối thiểu mấy ngày|tu 2027 hang nam CBCC phai hoc it nhat bao nhieu ngay|từ năm 2027 hằng năm cán bộ, công chức học ít nhất bao nhiêu ngày
mỗi năm CBCC phải học tối thiểu bao nhiêu ngày|moi nam can bo cong chuc hoc toi thieu may ngay|hàng năm cán bộ, công chức phải học ít nhất mấy ngày
học viên ở xã được hỗ trợ tiền ăn trưa bao nhiêu|hoc vien o xa duoc ho tro tien an trua bao nhieu tien|người học ở xã được hỗ trợ tiền ăn trưa mấy đồng
phó chủ tịch UBND xã thuộc đối tượng mấy QPAN|pho chu tich xa thuoc doi tuong may quoc phong an ninh|phó chủ tịch ủy ban nhân dân xã là đối tượng mấy quốc phòng và an ninh
bồi dưỡng QPAN đối tượng 3 mấy ngày|boi duong quoc phong an ninh doi tuong 3 bao lau|lớp bồi dưỡng quốc phòng đối tượng 3 học bao nhiêu ngày
ai được miễn học quốc phòng an ninh|ai duoc mien hoc QPAN|những ai được miễn học quốc phòng và an ninh|cho em hỏi ai được miễn QP-AN
giấy chứng nhận QP-AN cấp sau mấy ngày bế giảng|giay chung nhan quoc phong an ninh cap sau bao nhieu ngay be giang
đối tượng 2 học QPAN ở đâu|doi tuong 2 hoc quoc phong an ninh o dau|đối tượng 2 học quốc phòng an ninh tại đâu
hồ sơ đi học cao cấp lý luận chính trị gồm những gì|ho so hoc CCLLCT can giay to gi|hồ sơ học cao cấp chính trị cần gì|bộ hồ sơ đi học cao cấp LLCT gồm những giấy tờ gì
đi học CCLLCT hệ tập trung thì bao nhiêu tuổi|hoc cao cap ly luan chinh tri he tap trung bao nhieu tuoi|học cao cấp chính trị hệ tập trung mấy tuổi
thạc sĩ triết học có được xác nhận tương đương cao cấp LLCT không|thac si triet hoc co duoc xac nhan tuong duong CCLLCT ko
một lớp bồi dưỡng tối đa bao nhiêu học viên|1 lop boi duong toi da may hoc vien|lớp bồi dưỡng nhiều nhất bao nhiêu học viên
bồi dưỡng ở nước ngoài tối đa mấy tháng|boi duong nuoc ngoai toi da bao nhieu thang|bồi dưỡng ngoài nước nhiều nhất bao lâu
đang thi hành kỷ luật có được cử đi đào tạo không|dang bi ky luat co duoc cu di dao tao khong|bị kỷ luật thì có được cử đi đào tạo không ạ
muốn kéo dài thời gian học thì được gia hạn bao lâu|muon keo dai thoi gian hoc duoc gia han may thang
hội đồng xét đền bù có mấy thành viên|hoi dong xet den bu gom bao nhieu thanh vien|hội đồng xét bồi hoàn có bao nhiêu thành viên
UBND tỉnh duyệt kế hoạch đào tạo hằng năm trước ngày nào|ubnd tinh duyet ke hoach dao tao hang nam truoc ngay may
người mới tuyển dụng được kèm cặp mấy tháng|nguoi moi tuyen dung duoc kem cap bao lau|mới tuyển dụng được kèm cặp bao nhiêu tháng
cán sự quản lý đào tạo cần bằng gì|can su quan ly dao tao phai co bang gi
học trực tuyến tối đa bao nhiêu % tổng số tiết|hoc online toi da may phan tram so tiet|học qua mạng nhiều nhất bao nhiêu phần trăm tổng số tiết
trưởng thôn học QPAN đối tượng mấy|truong thon hoc quoc phong an ninh doi tuong may|trưởng thôn thuộc đối tượng mấy QPAN
nuôi con nhỏ có được hoãn học quốc phòng không|nuoi con nho co duoc hoan hoc QPAN khong|nuôi con nhỏ được hoãn học quốc phòng an ninh không ạ
rà soát quy hoạch một năm mấy lần|ra soat quy hoach moi nam may lan|1 năm rà soát quy hoạch bao nhiêu lần
có văn bằng mới thì phải cập nhật trong mấy ngày|co bang cap moi phai cap nhat trong bao nhieu ngay
chứng chỉ lãnh đạo cấp huyện còn giá trị không|chung chi lanh dao cap huyen con hieu luc khong|chứng chỉ lãnh đạo cấp huyện còn dùng được không ạ
đơn xin xác nhận trình độ LLCT tương đương gửi ở đâu|don xin xac nhan trinh do ly luan chinh tri tuong duong nop o dau
một người được quy hoạch tối đa mấy chức danh|mot nguoi duoc quy hoach nhieu nhat bao nhieu chuc danh|1 người quy hoạch tối đa mấy chức danh
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

/** Pairs that look alike and ask different things. */
export const DIFFERENT: readonly (readonly [string, string])[] = `
bồi dưỡng ngạch chuyên viên học mấy tuần|bồi dưỡng ngạch chuyên viên chính học mấy tuần
lop boi duong ngach CV hoc may tuan|lop boi duong ngach CVCC hoc may tuan
đi học thạc sĩ không quá bao nhiêu tuổi|đi học tiến sĩ không quá bao nhiêu tuổi
đi học thạc sĩ không quá bao nhiêu tuổi|đi học thạc sĩ tối thiểu bao nhiêu tuổi
học xong thạc sĩ phải cam kết phục vụ bao lâu|học xong tiến sĩ phải cam kết phục vụ bao lâu
học thạc sĩ mấy năm|học thạc sĩ xong cam kết phục vụ mấy năm
điều kiện cử công chức đi đào tạo sau đại học|điều kiện cử viên chức đi đào tạo sau đại học
điều kiện cử đi đào tạo sau đại học|điều kiện cử đi đào tạo đại học
điều kiện cử đi đào tạo|điều kiện cử đi bồi dưỡng
các trường hợp được miễn đền bù chi phí đào tạo|các trường hợp phải đền bù chi phí đào tạo
các trường hợp được miễn đền bù chi phí đào tạo|các trường hợp không được miễn đền bù chi phí đào tạo
các trường hợp được miễn đền bù|các trường hợp được giảm đền bù
hồ sơ đi học cao cấp lý luận chính trị gồm những gì|hồ sơ đi học trung cấp lý luận chính trị gồm những gì
hồ sơ đi học cao cấp lý luận chính trị gồm những gì|hồ sơ đi học cao cấp lý luận chính trị nộp ở đâu
ai quyết định cử đi học thạc sĩ trong nước|ai quyết định cử đi học thạc sĩ nước ngoài
ai quyết định cử đi học thạc sĩ trong nước|khi nào quyết định cử đi học thạc sĩ trong nước
mất chứng chỉ bồi dưỡng có được cấp lại bản chính không|mất chứng chỉ bồi dưỡng có được cấp bản sao không
có bằng tiến sĩ được hỗ trợ bao nhiêu tiền|có bằng thạc sĩ được hỗ trợ bao nhiêu tiền
đi học có được hưởng nguyên lương không|đi học có được hưởng phụ cấp không
đi học có được hưởng nguyên lương không|đi học có phải nộp lại lương không
1 ngày học tính mấy tiết|1 tuần học tính mấy tiết
nghỉ bao nhiêu % số tiết thì không được kiểm tra cuối khóa|nghỉ bao nhiêu % số tiết thì được kiểm tra cuối khóa
đào tạo là gì|bồi dưỡng là gì
viên chức có áp dụng quyết định 915 không|công chức có áp dụng quyết định 915 không
viên chức có áp dụng quyết định 915 không|viên chức có áp dụng quyết định 958 không
vien chuc co ap dung qd 915 khong|nguoi lao dong co ap dung qd 915 khong
công chức đang mang thai có được cử đi học không|công chức đang bị kỷ luật có được cử đi học không
công chức mang thai có được cử đi học không|công chức mang thai có phải đi học không
công chức đang mang thai có được cử đi học không|công chức đang mang thai không được cử đi học thì sao
xã gửi nhu cầu đào tạo năm sau về Sở Nội vụ trước ngày nào|sở gửi nhu cầu đào tạo năm sau về xã trước ngày nào
xã gửi nhu cầu đào tạo về Sở Nội vụ trước ngày nào|xã gửi nhu cầu đào tạo về Sở Tài chính trước ngày nào
chủ tịch UBND xã phải học chương trình mấy tuần|phó chủ tịch UBND xã phải học chương trình mấy tuần
chủ tịch UBND xã phải học chương trình mấy tuần|chủ tịch UBND tỉnh phải học chương trình mấy tuần
chủ tịch UBND xã phải học chương trình mấy tuần|chủ tịch HĐND xã phải học chương trình mấy tuần
quyết định 915/2026/QĐ-UBND có hiệu lực khi nào|quyết định 915/2025/QĐ-UBND có hiệu lực khi nào
quyết định 915/2026/QĐ-UBND có hiệu lực khi nào|quyết định 916/2026/QĐ-UBND có hiệu lực khi nào
quyết định 915 có hiệu lực khi nào|quyết định 915 hết hiệu lực khi nào
quyết định 915 có hiệu lực khi nào|quyết định 915 còn hiệu lực không
điều 5 quyết định 915|điều 6 quyết định 915
khoản 2 điều 12 quyết định 915|khoản 12 điều 2 quyết định 915
quản lý đào tạo viên hạng III cần chứng chỉ gì|quản lý đào tạo viên hạng II cần chứng chỉ gì
quản lý đào tạo viên chính cần ngoại ngữ bậc mấy|quản lý đào tạo viên cần ngoại ngữ bậc mấy
quản lý đào tạo viên chính cần ngoại ngữ bậc mấy|quản lý đào tạo viên chính cần tin học bậc mấy
cử nhân chính trị có tương đương cao cấp LLCT không|cử nhân chính trị có tương đương trung cấp LLCT không
bao nhiêu tuổi thì được miễn chứng chỉ ngoại ngữ|bao nhiêu tuổi thì được miễn chứng chỉ tin học
bao nhiêu tuổi thì được miễn chứng chỉ ngoại ngữ|bao nhiêu tuổi thì phải có chứng chỉ ngoại ngữ
từ năm 2027 mỗi năm cán bộ công chức phải học tối thiểu mấy ngày|từ năm 2026 mỗi năm cán bộ công chức phải học tối thiểu mấy ngày
từ năm 2027 mỗi năm cán bộ công chức phải học tối thiểu mấy ngày|mỗi năm cán bộ công chức phải học tối thiểu mấy ngày
mỗi năm CBCC phải học tối thiểu bao nhiêu ngày|mỗi năm CBCC được nghỉ tối thiểu bao nhiêu ngày
mỗi năm CBCC phải học tối thiểu bao nhiêu ngày|mỗi năm CBCC phải học tối đa bao nhiêu ngày
mỗi năm CBCC phải học tối thiểu bao nhiêu ngày|mỗi năm viên chức phải học tối thiểu bao nhiêu ngày
mỗi năm cán bộ phải học tối thiểu bao nhiêu ngày|mỗi năm công chức phải học tối thiểu bao nhiêu ngày
học viên ở xã được hỗ trợ tiền ăn trưa bao nhiêu|học viên ở xã được hỗ trợ tiền đi lại bao nhiêu
học viên ở xã được hỗ trợ tiền ăn bao nhiêu|học viên ở phường được hỗ trợ tiền ăn bao nhiêu
học viên nữ được hỗ trợ bao nhiêu|học viên nam được hỗ trợ bao nhiêu
hoc vien nu duoc ho tro bao nhieu|hoc vien duoc ho tro bao nhieu
phó chủ tịch UBND xã thuộc đối tượng mấy QPAN|chủ tịch UBND xã thuộc đối tượng mấy QPAN
bồi dưỡng QPAN đối tượng 3 mấy ngày|bồi dưỡng QPAN đối tượng 4 mấy ngày
boi duong QPAN doi tuong 3 may ngay|boi duong QPAN doi tuong 2 may ngay
ai được miễn học quốc phòng an ninh|ai được hoãn học quốc phòng an ninh
ai được miễn học quốc phòng an ninh|ai phải học quốc phòng an ninh
ai được miễn học quốc phòng an ninh|ai không được miễn học quốc phòng an ninh
đối tượng 2 học QPAN ở đâu|đối tượng 2 học QPAN khi nào
giấy chứng nhận QP-AN cấp sau mấy ngày bế giảng|giấy chứng nhận QP-AN cấp trước mấy ngày bế giảng
đi học CCLLCT hệ tập trung thì bao nhiêu tuổi|đi học CCLLCT hệ không tập trung thì bao nhiêu tuổi
đi học CCLLCT hệ tập trung thì bao nhiêu tuổi|đi học CCLLCT hệ tại chức thì bao nhiêu tuổi
một lớp bồi dưỡng tối đa bao nhiêu học viên|một lớp bồi dưỡng tối thiểu bao nhiêu học viên
bồi dưỡng ở nước ngoài tối đa mấy tháng|bồi dưỡng ở trong nước tối đa mấy tháng
đang thi hành kỷ luật có được cử đi đào tạo không|hết thời hạn kỷ luật có được cử đi đào tạo không
UBND tỉnh duyệt kế hoạch đào tạo hằng năm trước ngày nào|UBND xã duyệt kế hoạch đào tạo hằng năm trước ngày nào
UBND tỉnh duyệt kế hoạch đào tạo trước ngày nào|UBND tỉnh duyệt kế hoạch đào tạo sau ngày nào
học trực tuyến tối đa bao nhiêu % tổng số tiết|học trực tiếp tối đa bao nhiêu % tổng số tiết
trưởng thôn học QPAN đối tượng mấy|trưởng phòng học QPAN đối tượng mấy
nuôi con nhỏ có được hoãn học quốc phòng không|nuôi con nhỏ có được miễn học quốc phòng không
rà soát quy hoạch một năm mấy lần|rà soát quy hoạch nhiệm kỳ mấy lần
mới bổ nhiệm trưởng phòng bao lâu phải học|mới bổ nhiệm phó trưởng phòng bao lâu phải học
làm việc 2 năm có được cử đi học không|làm việc 3 năm có được cử đi học không
phó phòng đi học có cần báo cáo trưởng phòng không|trưởng phòng đi học có cần báo cáo phó phòng không
tỉnh giao chỉ tiêu cho xã khi nào|xã giao chỉ tiêu cho tỉnh khi nào
có bằng trung cấp có được cử đi học không|chưa có bằng trung cấp có được cử đi học không
lop co dinh huong khong|lop khong dinh huong la gi
chứng chỉ tin học A còn dùng được không|chứng chỉ tin học B còn dùng được không
thi thăng hạng lần 1 mất phí bao nhiêu|thi thăng hạng lần 2 mất phí bao nhiêu
kế hoạch 912 mở lớp tháng mấy|kế hoạch 913 mở lớp tháng mấy
học viên cao cấp nghỉ quá bao nhiêu phần trăm thì học lại môn|học viên trung cấp nghỉ quá bao nhiêu phần trăm thì học lại môn
cán bộ nữ đi học được hỗ trợ gì|cán bộ nam đi học được hỗ trợ gì
học thạc sĩ có được miễn chứng chỉ QLNN không|học thạc sĩ có được miễn chứng chỉ tin học không
chưa học xong có được bổ nhiệm không|học xong có được bổ nhiệm không
đang học có được bổ nhiệm không|học xong có được bổ nhiệm không
đi học có được hưởng lương không|sau khi đi học có được hưởng lương không
ai cử công chức đi học thạc sĩ|ai được cử đi học thạc sĩ
ai kỷ luật công chức|công chức nào bị kỷ luật
công chức phải học bao lâu|công chức phải làm việc bao lâu
cán bộ đi học được hỗ trợ bao nhiêu|cán bộ tổ chức đi học được hỗ trợ bao nhiêu
xin vào lớp chuyên viên cần gì|xin ra lớp chuyên viên cần gì
thời gian bồi dưỡng ngạch chuyên viên thế nào|bồi dưỡng ngạch chuyên viên thế nào
chứng chỉ có được cấp lại không|mất chứng chỉ có được cấp lại không
lớp bồi dưỡng ngạch chuyên viên mở khi nào|lớp bồi dưỡng ngạch chuyên viên kết thúc khi nào
học phí lớp chuyên viên chính bao nhiêu|phụ cấp lớp chuyên viên chính bao nhiêu
giấy chứng nhận có thời hạn mấy năm|chứng chỉ có thời hạn mấy năm
hoc vien tu tuc duoc ho tro bao nhieu|hoc vien duoc ho tro bao nhieu
nghỉ học 2 ngày có bị trừ điểm không|nghỉ học 3 ngày có bị trừ điểm không
lãnh đạo phòng học mấy ngày|lãnh đạo sở học mấy ngày
bí thư chi bộ có phải học trung cấp chính trị không|phó bí thư chi bộ có phải học trung cấp chính trị không
cử đi học có cần bằng đại học không|cử đi học có cần bằng cao đẳng không
kinh phí đi học do tỉnh chi hay xã chi|kinh phí đi học do xã chi hay huyện chi
trường hợp nào được cử đi học lại|trường hợp nào phải học lại
công chức xã dưới 40 tuổi có phải học không|công chức xã trên 40 tuổi có phải học không
báo cáo kết quả học trước ngày nào|báo cáo kết quả học sau ngày nào
học phí do ai trả|học phí trả cho ai
quyết định 915 thay thế văn bản nào|văn bản nào thay thế quyết định 915
thông tư 903 sửa đổi văn bản nào|thông tư 903 được sửa đổi bởi văn bản nào
hồ sơ thi thăng hạng giảng viên gồm gì|hồ sơ xét thăng hạng giảng viên gồm gì
kiểm tra bao nhiêu điểm thì đạt|kiểm tra bao nhiêu điểm thì đạt loại giỏi
cán bộ xã nghỉ học không phép bị xử lý sao|cán bộ xã nghỉ học có phép bị xử lý sao
chuyển sang xã khác có phải học lại không|chuyển sang tỉnh khác có phải học lại không
`
  .trim()
  .split('\n')
  .map((line) => {
    const [one = '', other = ''] = line.split('|');
    return [one, other];
  });
