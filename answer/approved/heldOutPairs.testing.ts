/** Written after the tables of `phrases.ts`, to see how they do on what they were not made for. Three near misses led to one rule: order. */
export const HELD_OUT_SAME: readonly (readonly [string, string])[] = pairs(`
đi học cao cấp chính trị có được thanh toán tiền tàu xe không|học cao cấp lý luận chính trị được thanh toán tàu xe không
công chức tập sự bao lâu|thời gian tập sự của công chức là mấy tháng
ai ký giấy chứng nhận bồi dưỡng QPAN|người nào ký giấy chứng nhận bồi dưỡng quốc phòng an ninh
nữ trên 50 tuổi có phải học QPAN không|nu tren 50 tuoi co bat buoc hoc quoc phong an ninh khong
hồ sơ thi thăng hạng giảng viên gồm gì|thi thang hang giang vien can ho so gi
bao nhiêu điểm thì đạt bài kiểm tra cuối khóa|kiểm tra cuối khóa mấy điểm thì đạt
đang nghỉ thai sản có được xét cử đi học không|nghi thai san co duoc xet cu di hoc ko
lớp lãnh đạo cấp sở học trong bao lâu|lớp bồi dưỡng lãnh đạo cấp sở kéo dài mấy tuần
muốn đi học thạc sĩ phải làm mấy năm|muốn đi học cao học phải công tác bao nhiêu năm
cán bộ xã nghỉ học không phép bị xử lý sao|can bo xa nghi hoc khong phep bi xu ly the nao
mức hỗ trợ học tiến sĩ là bao nhiêu|học tiến sĩ được hỗ trợ bao nhiêu tiền
ở đâu mở lớp chuyên viên cao cấp|lớp chuyên viên cao cấp mở ở đâu
chứng chỉ bồi dưỡng có giá trị mấy năm|chứng chỉ bồi dưỡng có thời hạn bao lâu
kế hoạch bồi dưỡng năm 2027 phải gửi trước ngày nào|kế hoạch bồi dưỡng 2027 nộp trước ngày mấy
viên chức chưa đạt chuẩn ngoại ngữ có được bổ nhiệm không|vien chuc chua dat chuan ngoai ngu thi co duoc bo nhiem khong a
các đối tượng được ưu tiên cử đi học|những đối tượng nào được ưu tiên cử đi học
`);

/** Pairs that look alike and ask different things. */
export const HELD_OUT_DIFFERENT: readonly (readonly [string, string])[] = pairs(`
đi học cao cấp chính trị có được thanh toán tiền tàu xe không|đi học cao cấp chính trị có được thanh toán tiền ở không
công chức tập sự bao lâu|viên chức tập sự bao lâu
ai ký giấy chứng nhận bồi dưỡng QPAN|ai được cấp giấy chứng nhận bồi dưỡng QPAN
nữ trên 50 tuổi có phải học QPAN không|nữ trên 55 tuổi có phải học QPAN không
nữ trên 50 tuổi có phải học QPAN không|nam trên 50 tuổi có phải học QPAN không
nu duoi 50 tuoi co phai hoc QPAN khong|nu tren 50 tuoi co phai hoc QPAN khong
hồ sơ thi thăng hạng giảng viên gồm gì|hồ sơ xét thăng hạng giảng viên gồm gì
bao nhiêu điểm thì đạt bài kiểm tra cuối khóa|bao nhiêu điểm thì đạt loại giỏi bài kiểm tra cuối khóa
lớp lãnh đạo cấp sở học trong bao lâu|lớp lãnh đạo cấp phòng học trong bao lâu
cán bộ xã nghỉ học không phép bị xử lý sao|cán bộ xã nghỉ học có phép bị xử lý sao
chứng chỉ bồi dưỡng có giá trị mấy năm|chứng chỉ ngoại ngữ có giá trị mấy năm
kế hoạch bồi dưỡng năm 2027 phải gửi trước ngày nào|kế hoạch bồi dưỡng năm 2028 phải gửi trước ngày nào
viên chức chưa đạt chuẩn ngoại ngữ có được bổ nhiệm không|viên chức đạt chuẩn ngoại ngữ có được bổ nhiệm không
các đối tượng được ưu tiên cử đi học|các đối tượng chưa được cử đi học
học phí do ai trả|học phí trả cho ai
được nghỉ tối đa mấy buổi|phải nghỉ tối đa mấy buổi
thi lại có mất phí không|thi lại có phải học lại không
xã cử người đi học thì ai trả lương|tỉnh cử người đi học thì ai trả lương
bồi dưỡng trước khi bổ nhiệm bao lâu|bồi dưỡng sau khi bổ nhiệm bao lâu
chuyển sang xã khác có phải học lại không|chuyển sang tỉnh khác có phải học lại không
quyết định 915 thay thế văn bản nào|văn bản nào thay thế quyết định 915
thông tư 903 sửa đổi văn bản nào|thông tư 903 được sửa đổi bởi văn bản nào
có được học vượt không|có được học lại không
công chức đi học có được giảm việc không|công chức đi học có được giảm lương không
cán bộ luân chuyển có được cử đi học không|cán bộ luân chuyển có được cử đi thi không
học viên được nghỉ mấy ngày phép|học viên được nghỉ mấy ngày lễ
hoc vien duoc nghi may ngay|giang vien duoc nghi may ngay
bằng tại chức có được nâng ngạch không|bằng chính quy có được nâng ngạch không
công chức loại A cần bằng gì|công chức loại B cần bằng gì
cong chuc loai A can bang gi|cong chuc loai B can bang gi
thời hạn nộp hồ sơ là bao lâu|thời hạn trả hồ sơ là bao lâu
xếp lương sau khi học xong thạc sĩ thế nào|xếp lương khi đang học thạc sĩ thế nào
có cần chứng chỉ tiếng Anh B1 không|có cần chứng chỉ tiếng Anh B2 không
cấp ủy viên phải học mấy lớp|đảng viên phải học mấy lớp
dang vien co phai hoc lop QPAN khong|doan vien co phai hoc lop QPAN khong
ai chi tiền học|ai nhận tiền học
tien hoc ai chi|tien an ai chi
đền bù trong 30 ngày hay 60 ngày|đền bù trong 60 ngày hay 90 ngày
khoản 1 điều 5 nói gì|khoản 1 điều 6 nói gì
nghị định 171 nói gì về bồi dưỡng|nghị định 101 nói gì về bồi dưỡng
nghị định 171 nói gì về bồi dưỡng|nghị định 171 nói gì về đào tạo
công chức từ chối đi học có bị phạt không|công chức đi học có bị phạt không
học bù thì mất bao lâu|học thì mất bao lâu
bồi dưỡng ngạch cán sự mấy tuần|bồi dưỡng ngạch chuyên viên mấy tuần
hop dong lao dong co duoc cu di hoc khong|lao dong hop dong 111 co duoc cu di hoc khong
được tính là 1 lượt học hay 2 lượt học|được tính là 1 ngày học hay 2 ngày học
trưởng ấp học lớp nào|trưởng thôn học lớp nào
bồi dưỡng hè có bắt buộc không|bồi dưỡng có bắt buộc không
có bắt buộc học trực tuyến không|có được học trực tuyến không
học thêm văn bằng 2 được hỗ trợ không|học văn bằng 1 được hỗ trợ không
cán bộ hưu trí có được học không|cán bộ có được học không
năm nay mở mấy lớp|năm sau mở mấy lớp
nam nay xa mo may lop|nam ngoai xa mo may lop
quý 1 mở mấy lớp|quý 2 mở mấy lớp
tháng 3 mở lớp nào|tháng 4 mở lớp nào
ngày 5/3 có lớp không|ngày 3/5 có lớp không
không học thì sao|học thì sao
không phải học lớp nào|phải học lớp nào
lớp nào không phải thi|lớp nào phải thi
`);

function pairs(lines: string): readonly (readonly [string, string])[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [one = '', other = ''] = line.split('|');
      return [one, other];
    });
}
