/**
 * The syllables with diacritics that Vietnamese rules and reports use most, commonest first. They settle what spelling
 * alone cannot: "soá" could be Vietnamese as it stands, but "số" is a word that everyone writes.
 */
const BY_FREQUENCY = (
  'định của và có các công cơ được chức bộ hợp điều pháp hành cấp thông thực hiện tổ người luật tại với ' +
  'nhân tư về vụ lý việc động hoặc viên chính này nhiệm dân hội bảo số nước trường quyết đối bản sở ' +
  'ngày quyền văn nghị trình điện đồng nghiệp quốc học đơn thành từ tài năm vị quản thời dụng nhà phòng ' +
  'sự nhận không báo chứng giáo xã khoản thuộc phải liên tác là án để thể chủ hoạt thẩm trưởng sản ' +
  'trách bị cáo tháng lập đề đến tế dục phạm ký kiểm thủ sơ làm nội thì độ kết hồ tiếp chỉ khác lực ' +
  'hiệu sử dự thống cá chế hạn giải cầu phương tạo phát một giá điểm liệu hình việt ủy đại giám giấy đã ' +
  'địa trợ tỉnh trực sách ngành tập xuất nghề đăng kiến hệ bằng trên xác đầu phí tổng đào quân năng yêu ' +
  'hiểm ngoài chuyên dựng tiêu xây phủ tịch đảm xét lượng đổi dẫn bổ mức vào phối tự kế hoạch thưởng kể ' +
  'tính hướng đủ chuyển hóa bệnh chất vệ kiện vật thức tục ở xử dịch tiền gồm quả vực chương biên hưởng ' +
  'trước toán nhất chuẩn toàn sĩ lương thiết nếu trị đây lại hàng phân gửi phục phụ thuật triển đua ' +
  'diện cục lịch đó áp trở đạo thường ương mẫu phần kỹ tượng tố truyền tích mục vận ý quá nghĩa bên đấu ' +
  'lưu lên ứng phép mà sát giới cán những khiếu trì dưỡng kê nghệ phẩm nại cứu bố tử lệ đoàn thương hộ ' +
  'thuận trí nơi đóng ngân nhập kèm bồi môn phù kỳ cứ phố chiến đánh tiến đình viện căn chấp giúp hoàn ' +
  'như hạng lĩnh tặng loại trả hỗ chịu thị lần duyệt nguồn lợi tờ chữa giữ chí sửa nguyên tình máy tải ' +
  'sư thảo đang đội cần hữu tiết vấn phê trẻ khám tên tương vốn bán cảnh ngoại biểu phạt đốc mình cộng ' +
  'phổ dưới quỹ huyện chưa chữ chỉnh lãnh biển tối tuyển tâm nghiên thỏa rõ dữ trú sức biện đất cùng ' +
  'đúng phản thư biến soát từng hại đặc đạt cụ lục nghiệm thế tướng nộp trừ tiện hưu tạm mới tội phiếu ' +
  'bàn gọi khẩu còn gây bình ánh mật môi lệnh tuổi đường xếp cổ hồi biệt chống trữ cách đứng tộc chọn ' +
  'khỏe giữa thẻ phó huấn đi tốt trái họp nhưng kỷ đáp góp nghỉ yếu bậc nuôi đương tòa vùng khách cư ' +
  'hằng trọng miễn nêu dạy ưu đầy luyện bỏ xuyên sổ cố nâng chấm giảng hết tuyên tiên khả mạng đa đo mẹ ' +
  'thiểu mặt ít nông niên thứ đảng thuê ích bí cử lưới đặt cả mã ảnh trụ giảm ước nhóm tôn thác luận ' +
  'kịp suất chăm cửa thiệt nhiều đẳng tín bất hạ sóc ngũ cuộc khảo tù hôn thân tật họ thừa sắc dấu tỷ ' +
  'hơn lễ dứt nối dõi nạn hiệp lấy khuyết mỗi ngữ đưa trạng tiếng đếm thập tắc khiển lựa soạn cập thù ' +
  'dùng bắt lời hòa thuốc sáng nguyện mưu khó đích hủy cấm ngạch rà buộc màu đồ tuyến riêng viết khối ' +
  'nhằm khăn trật thủy mắc tồn cấu diễn tuân trưng tắt chậm mất hải biết nghiêm khuyến vũ chết độc ' +
  'chiếu quảng trúc mô liền mở sống thôn dạng tăng dây thăng tàu nữ nợ trương vướng tới khí trào đột ' +
  'thêm hàm nhánh bảng thôi tổn cận nhật vượt lớp giờ cổng thiện chồng thúc mầm tiểu nổ dài thụ nhượng ' +
  'mại chối thuế bạo cải vợ trích vì giả quý khắc hậu trạm thuyền đoạn nào nhiên đông tụng chánh cảng ' +
  'cờ hiểu miền lớn xâm thí bưu niệm cuối đức chúng phía nắm đãi bãi gốc sáp phiên phường niêm xóa ' +
  'thích thấp huân phá áo vững tuần nhũng xảy bày thần uỷ khích chứa trần hoá thiếu đôn loài bài rộng ' +
  'tách khóa kháng gắn khủng mối đỏ cháy lối tùy trấn bà vàng phận mọi mỹ sẽ sắp mìn thất tạp chào đai ' +
  'rút khoán chúc thử cây kiệm phán cưỡng quần lệch điển khởi dòng kiểu dược hiến thoại ngừng ăn vẫn ' +
  'cực lược đảo triệu cụm rừng nhuận tái dụ khỏi trận lạc tàng kích đọc lãi đàm ví lẻ ông thoả ngăn yết ' +
  'ốm thiên sàng lâm trồng thiệu sẵn phúc tất nền tầng mạnh thâm ổn hạch chụp hà mời hỏng quận kênh kề ' +
  'buôn đau lộ thải phái đẻ chiều kéo nhãn xuống gần ngập thấy thái khẩn đợt bầu ngừa thổ khoảng nghèo ' +
  'thầu nhỏ ngưỡng tìm tuất viễn mềm ràng âm đời sỹ dừng ngắn vòng đài cũ phóng thạc chiếm cựu chặn tần ' +
  'ngôn cắt chênh đô lắp thăm dành đều đáng nói hư thục gương dâm vô cỡ chủng xúc bù bổng tiễn lỗi cột ' +
  'câu sâu quán ấn hùng nhiễm chú phức bạc chơi vọng họa ghép tú thước trắc đạn mười sắm tá lồng cường ' +
  'sẻ kiêm bác túi ô rủi dán nặng mét cân trùng đen thuyết gìn chặt bền trúng khôi táng trại nằm cản ' +
  'vành khoẻ bước mươi túy hiếm vừa nhiệt kiếm sân tơ bào đoạt hỏi phút tệ buổi thiệp cạnh tránh đe lữ ' +
  'bạch vẽ chẽ gió chép chăn thú đỡ chỗ hoãn bút tóm mốc tủ dọa giống cũng tước khấu trời rèn núi sàn ' +
  'đón tán chiểu bởi tả cầm băng đẩy nguyễn trăm nhạc tầm úy trò quật đậm vải sót dò sóng gói cương dễ ' +
  'mù nổi đính thảm ruột gọn mạch vắng hoà chẩn cậy gặp sáu lường xấu tưởng luân chân chị thắng lãm ' +
  'kính dương dã mặc thầy sạch tuệ máu cảm kín cái phông rời huống giáp mượn sưu rơ đoán thượng cốt tọa ' +
  'túc liệt rất cước giỏi giản hoại cống vườn mũ nhựa chờ bốn rằng trắng trốn tức thạo cánh dư lâu đồn ' +
  'tròn củng võ lọc bá tiềm thật diệt dải giáng lá cáp tuyệt mầu sơn vạch chốt bì giác tô lành cúc hút ' +
  'vé khái hỏa giường dầu hài phỏng lăm muốn ép khổ dọc cài viếng tấn suốt rắn mệnh mực nhì đạc xá mùa ' +
  'góc đàn tỏa dáng làng tống hộp kịch lãng viền vẹn bắc đệm rơi chéo địch rối móc mạo nhờ rào gián bảy ' +
  'đập bạn hè tuỳ đẹp ống mép trục thọ sánh bắn huỷ tường nòng dựa lẫn toà vĩnh nên chạy nghiện đền ' +
  'dũng đậu dập thoát quà láng giềng gỗ châu đới tựu tùng chuyền dịp hoạn bến lòng nhìn chợ rãi lỗ bìa ' +
  'phẫu cữu uống bóng đắp vuông nhọc triệt thách súng múa gạch cô đựng côn đá ngôi xạ chở khuẩn điệu ' +
  'hối ngược dối phôi lượt tết á nhẹ tẩy dàn sắt tốc khán thuần nửa tháo dồn bông khá lưng ngư khuôn ' +
  'đĩa muỗi vết khoáng mạ sứ vậy loạn mạc nhiễu thẳng hạnh cất lào dỡ lô tráng lũy tận trống chấn bờ ' +
  'đeo lận bóc gỡ chìm chắc hương cọc đòi ngực hoành cành chắn phách nét mâu thuẫn lót thờ cắm quê bức ' +
  'sớm lứa mái chín lạm khống hơi ghế khoá chóng buồn dù gấp'
).split(' ');

/** From 0 for the commonest; `undefined` for a syllable that is rare or none. Lower case, NFC. */
export const SYLLABLE_RANK: ReadonlyMap<string, number> = new Map(
  BY_FREQUENCY.map((syllable, rank) => [syllable, rank]),
);
