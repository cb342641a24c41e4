/** The words of the tasks: summaries, comparisons, explanations, drafts of official replies, heard and read questions. */
export const taskTexts = {
  commands: {
    summary: 'Tóm tắt một văn bản',
    contrast: 'Đối chiếu hai văn bản',
    letter: 'Dự thảo công văn trả lời',
  },
  composing: 'Tôi đang soạn từ các điều khoản…',
  checked: 'Các câu trên đã được đối chiếu với điều khoản được trích.',
  silent: 'Mô hình đang không trả lời, nên tôi chỉ dùng lời của văn bản.',
  broken: 'Mô hình dừng giữa chừng, nên tôi chỉ dùng lời của văn bản.',
  unchecked: 'Phần soạn của mô hình chưa đối chiếu được, nên tôi chỉ dùng lời của văn bản.',
  limitPerson: 'Hôm nay anh/chị đã dùng hết lượt hỏi mô hình, nên tôi chỉ dùng lời của văn bản.',
  limitAll: 'Hôm nay mô hình đã dùng hết định mức, nên tôi chỉ dùng lời của văn bản.',
  sample: 'Văn bản mẫu – chưa thẩm định, không có giá trị áp dụng.',
  which: 'Có mấy văn bản như vậy. Anh/chị muốn xem văn bản nào?',
  noDocument: (written: string) =>
    `Tôi chưa thấy văn bản “${written}” trong kho. Anh/chị thử gõ số, ký hiệu, ví dụ “915/2026/QĐ-UBND”, hoặc gõ /vanban để xem danh sách.`,
  open: (name: string) => `Mở ${name}`,
  back: 'Tóm tắt',

  summary: {
    how: 'Anh/chị muốn tóm tắt văn bản nào? Ví dụ: “/tomtat 915” hoặc “tóm tắt Quyết định 915/2026/QĐ-UBND”.',
    facts: (issuer: string | null, issued: string | null) =>
      [
        ...(issuer === null ? [] : [`${issuer} ban hành`]),
        ...(issued === null ? [] : [`ngày ${issued}`]),
      ].join(' '),
    validity: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    concerns: 'Phạm vi, đối tượng',
    outline: 'Bố cục',
    demands: 'Yêu cầu, chỉ tiêu',
    changes: 'Thay đổi văn bản khác',
    dates: 'Mốc thời gian',
    articles: (first: string, last: string, count: number) =>
      count === 1 ? first : `${first} đến ${last} (${count} điều)`,
    statuses: {
      stated: 'nguyên văn',
      approved: 'đã duyệt',
      sample: 'mẫu – chưa thẩm định',
      proposed: 'đọc từ văn bản – chưa duyệt',
    },
    more: (count: number) => `… và ${count} ý nữa`,
    empty: 'Văn bản không có phần này.',
    allOf: (part: string, count: number) => `${part} (${count})`,
    page: (part: string, document: string, page: number, pages: number) =>
      pages === 1 ? `${part} của ${document}` : `${part} của ${document} (trang ${page}/${pages})`,
    next: 'Trang sau',
    note: 'Mỗi dòng kèm điều khoản; bấm phần cần xem hoặc mở văn bản để đọc nguyên văn.',
  },

  contrast: {
    how: 'Anh/chị muốn đối chiếu hai văn bản nào? Ví dụ: “so sánh Quyết định 915 với 958 về số ngày bồi dưỡng”.',
    same: 'Đây là cùng một văn bản, và kho không có bản trước của nó để so.',
    title: (one: string, other: string, topic: string | null) =>
      topic === null ? `So sánh ${one} và ${other}` : `So sánh ${one} và ${other} về ${topic}`,
    amendment: (after: string, before: string) => `${after} thay đổi gì trong ${before}`,
    noChanges: 'Hai bản không khác nhau.',
    rows: { words: 'Nội dung', place: 'Điều khoản', figures: 'Con số, ngày chỉ có ở văn bản này' },
    rowLabel: 'Mục',
    nothing: 'Không thấy quy định về nội dung này',
    noFigures: '–',
    sameFigures: 'Các con số, ngày của hai bên giống nhau.',
    bothSilent: (topic: string) => `Tôi không thấy hai văn bản quy định gì về “${topic}”.`,
    provision: 'Điều khoản',
    before: 'Trước',
    after: 'Sau',
    absent: '(không có)',
    outside: 'Phần mở đầu',
    by: (place: string, clause: string) => `${place} (theo ${clause})`,
    topic: 'Vấn đề',
    noCommon:
      'Hai văn bản không có điều nào cùng tên. Anh/chị hãy hỏi về một nội dung, ví dụ “… về kinh phí”.',
    shown: (shown: number, all: number) => `Hiện ${shown}/${all} dòng; tải tệp để xem đủ.`,
    docx: 'Tải Word',
    xlsx: 'Tải Excel',
    kind: 'BẢNG SO SÁNH',
    intro: (day: string) =>
      `Lập theo văn bản có trong kho, xét hiệu lực tại ngày ${day}. Nội dung được trích nguyên văn.`,
    mark: 'VĂN BẢN MẪU – CHƯA THẨM ĐỊNH',
    fileName: 'so-sanh',
  },

  explain: {
    choice: 'Giải thích dễ hiểu',
    how: 'Anh/chị muốn tôi giải thích điều khoản nào? Ví dụ: “giải thích khoản 2 Điều 5 Quyết định 915”.',
    gone: 'Điều khoản này không còn trong kho. Anh/chị hỏi lại giúp tôi nhé.',
    title: (place: string) => `Giải thích ${place}`,
    abbreviations: 'Chữ viết tắt',
    abbreviation: (short: string, long: string) => `${short}: ${long}`,
    definitions: 'Từ ngữ được định nghĩa',
    definition: (words: string, place: string) => `${words} (${place})`,
    nothing:
      'Đoạn này không có chữ viết tắt hay từ ngữ nào được định nghĩa trong kho; tôi để nguyên văn bên dưới.',
  },

  letter: {
    how: 'Anh/chị gõ /duthao rồi câu hỏi cần trả lời, ví dụ “/duthao công chức xã phải bồi dưỡng mấy ngày mỗi năm”. Hỏi xong một câu, anh/chị cũng có thể gõ riêng /duthao.',
    none: 'Kho văn bản chưa có quy định trả lời câu này, nên tôi không soạn dự thảo.',
    ready:
      'Đây là DỰ THẢO công văn. Chỗ trống là điều tôi không biết; anh/chị kiểm tra, điền và trình ký theo quy định.',
    superseded: 'Có điều khoản đã bị thay đổi; xin đọc kỹ phần hiệu lực trong dự thảo.',
    fileName: 'du-thao-cong-van',
  },

  heard: {
    listening: 'Tôi đang nghe…',
    reading: 'Tôi đang đọc ảnh…',
    transcript: 'Tôi nghe được:',
    readText: 'Tôi đọc được:',
    confirm: 'Đúng, hỏi câu này',
    correct: 'Sửa lại',
    asked: 'Có đúng câu anh/chị muốn hỏi không?',
    rewrite: 'Anh/chị chép lại câu dưới đây, sửa cho đúng rồi gửi giúp tôi:',
    forgotten: 'Câu vừa rồi tôi không còn giữ. Anh/chị gửi lại giúp tôi nhé.',
    noVoice: 'Tôi chưa nghe được tiếng nói. Anh/chị gõ câu hỏi giúp tôi nhé.',
    askVoice:
      'Dịch vụ nghe lời nói ở ngoài cơ quan: đoạn ghi âm được gửi nguyên vẹn, tôi không che được tên hay số có trong lời nói. Anh/chị đồng ý thì bấm “Tôi đồng ý” rồi gửi lại; không thì gõ câu hỏi giúp tôi nhé.',
    readHere:
      'Ảnh được đọc ngay trong máy này. Muốn mô hình ở ngoài cơ quan đọc rõ hơn (ảnh được gửi nguyên vẹn), anh/chị gõ /mohinh.',
    noPhoto: 'Tôi chưa đọc được ảnh ở đây. Anh/chị gõ câu hỏi giúp tôi nhé.',
    nothing: 'Tôi không nhận ra chữ nào. Anh/chị gửi lại rõ hơn, hoặc gõ câu hỏi giúp tôi nhé.',
    tooLong: (letters: number) =>
      `Nội dung dài hơn ${letters} chữ cái nên tôi chỉ giữ phần đầu; anh/chị bấm “Sửa lại” nếu câu hỏi nằm ở chỗ khác.`,
    tooMany: 'Trong một giờ tôi chỉ nghe và đọc được chừng này. Anh/chị gõ câu hỏi giúp tôi nhé.',
    tooLarge: 'Tệp này quá lớn. Anh/chị gửi đoạn ngắn hơn, hoặc gõ câu hỏi giúp tôi nhé.',
  },
} as const;
