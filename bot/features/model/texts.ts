/** What is said where a model answers, and of what a chat remembers. */
export const modelTexts = {
  composing: 'Đang soạn câu trả lời từ các điều khoản tìm được…',
  understood: (question: string) => `Tôi hiểu câu hỏi là: “${question}”.`,
  checked: 'Đã đối chiếu: từng câu trên đều khớp với điều khoản được ghi số bên dưới.',
  silent: 'Mô hình chưa trả lời, đây là trích dẫn từ văn bản.',
  broken: 'Mô hình dừng giữa chừng nên tôi đưa nguyên văn quy định.',
  unchecked: 'Phần soạn của mô hình chưa đối chiếu được nên tôi đưa nguyên văn quy định.',
  uncheckedAlone: 'Phần soạn của mô hình không đối chiếu được với văn bản nào nên tôi không đưa ra.',
  limitPerson:
    'Hôm nay anh/chị đã hỏi đủ số câu cho mô hình, mai tôi lại soạn giúp nhé. Đây là trích dẫn từ văn bản.',
  limitAll:
    'Hôm nay cơ quan đã dùng hết phần cho mô hình, mai tôi lại soạn giúp nhé. Đây là trích dẫn từ văn bản.',
  which: {
    grade: 'Quy định khác nhau theo ngạch. Anh/chị muốn xem riêng ngạch nào?',
    post: 'Quy định khác nhau theo chức danh. Anh/chị muốn xem riêng chức danh nào?',
    people: 'Quy định khác nhau theo đối tượng. Anh/chị muốn xem riêng đối tượng nào?',
  },
  forgotten: (turns: number) =>
    turns === 0
      ? 'Tôi không còn nhớ câu hỏi nào của cuộc trò chuyện này.'
      : 'Tôi đã quên các câu hỏi trước của cuộc trò chuyện này.',
  consent: {
    none: 'Máy này không dùng mô hình, nên không có gì được gửi đi.',
    remote:
      'Mô hình đang dùng ở ngoài cơ quan. Tôi chỉ gửi câu hỏi đã che tên, số CCCD, điện thoại, thư điện tử, số văn bằng, cùng đoạn văn bản công khai. Hồ sơ của anh/chị không bao giờ được gửi.',
    media: (agreed: boolean) =>
      `Riêng đoạn ghi âm và ảnh chụp câu hỏi thì không che được: nếu anh/chị đồng ý, tôi gửi chúng nguyên vẹn ra ngoài cơ quan để nghe, đọc. Hiện anh/chị ${agreed ? 'đang đồng ý' : 'chưa đồng ý nên tôi không gửi'}.`,
    mediaLocal: 'Đoạn ghi âm và ảnh chụp câu hỏi cũng được nghe, đọc trong cơ quan, không ra ngoài.',
    mediaAgreed:
      'Cảm ơn anh/chị, tôi đã ghi nhận: từ nay đoạn ghi âm, ảnh chụp câu hỏi được gửi nguyên vẹn cho dịch vụ ở ngoài. Anh/chị gửi lại giúp tôi nhé; đổi ý lúc nào thì gõ /mohinh.',
    mediaRefused: 'Vâng, đoạn ghi âm và ảnh của anh/chị sẽ không được gửi ra ngoài cơ quan.',
    local: (agreed: boolean) =>
      `Mô hình chạy trong cơ quan. Nếu anh/chị đồng ý, mô hình được biết anh/chị còn thiếu tiêu chuẩn nào để giải thích, không kèm tên, mã hay đơn vị. Hiện anh/chị ${agreed ? 'đang đồng ý' : 'chưa đồng ý'}.`,
    agree: 'Tôi đồng ý',
    refuse: 'Không đồng ý',
    agreed: 'Cảm ơn anh/chị, tôi đã ghi nhận. Đổi ý lúc nào anh/chị gõ /mohinh.',
    refused: 'Vâng, mô hình sẽ không được biết gì về hồ sơ của anh/chị.',
  },
} as const;
