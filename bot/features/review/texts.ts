import type { DocumentAction, UploadProgress, UploadStage } from '../../../domain/upload.ts';

const actions: Readonly<Record<DocumentAction, string>> = {
  uploaded: 'gửi tệp',
  read: 'đọc xong',
  failed: 'không đọc được',
  corrected: 'sửa thông tin',
  decided: 'duyệt đề xuất',
  published: 'công bố',
  discarded: 'bỏ bản chờ duyệt',
  unpublished: 'gỡ công bố',
  restored: 'công bố lại',
  deleted: 'xóa',
};

/** What uploads and their review say in a chat, in one place. What a document itself says comes with its card. */
export const texts = {
  commands: {
    uploads: 'tệp đã gửi, văn bản chờ duyệt và đã công bố',
    review: 'xem văn bản chờ duyệt: /duyet 12',
    correct: 'sửa thông tin văn bản: /sua 12 số=12/2026/QĐ-UBND',
    proposals: 'duyệt đề xuất: /dexuat 12 duyệt 1,3',
    publish: 'công bố văn bản: /congbo 12',
    discard: 'bỏ bản chờ duyệt: /bo 12',
    join: 'gộp ảnh các trang thành một văn bản: /gop 12-14',
    unpublish: 'gỡ công bố: /go 34',
    republish: 'dùng lại bản cũ hoặc văn bản đã gỡ: /dunglai 34',
    file: 'xem, lấy lại hoặc bỏ một tệp đã gửi: /tep 5',
    remove: 'xóa hẳn văn bản: /xoa 34',
    compare: 'so hai văn bản hoặc hai bản: /sosanh 34 40',
    log: 'ai đã gửi, sửa, công bố văn bản nào',
  },
  onlyAdmins:
    'Cảm ơn anh/chị. Tệp văn bản chỉ quản trị gửi được, nên tôi chưa tải và không lưu tệp này. Anh/chị chuyển cho quản trị giúp tôi, hoặc gõ câu hỏi để tôi tra trong các văn bản đã có (/vanban).',
  adminsLink:
    'Nếu anh/chị là quản trị: tài khoản này chưa liên kết. Gõ /lienket kèm mã được cấp, rồi gửi lại tệp.',
  filesInPrivate:
    'Tệp văn bản tôi chỉ nhận trong cuộc trò chuyện riêng với quản trị, nên tệp gửi trong nhóm tôi không tải. Anh/chị nhắn riêng cho tôi nhé.',
  notHere: 'Ở đây tôi chưa nhận tệp được. Anh/chị gửi qua Telegram hoặc trang web giúp tôi.',
  alreadyPublished: (document: string, id: number) =>
    `Đúng tệp này đã công bố rồi: ${document} (văn bản số ${id}), nên tôi không lưu lại lần nữa.`,
  alreadyUnderway: (file: string, ready: boolean) =>
    ready
      ? `Tệp “${file}” đã có và đang chờ duyệt, nên tôi không lưu lại lần nữa.`
      : `Tệp “${file}” đã có và đang được đọc, nên tôi không lưu lại lần nữa. Đọc xong tôi báo ở tin đã gửi.`,

  receiving: (count: number) =>
    count === 1 ? 'Tôi đã nhận và lưu tệp, đang đọc…' : `Tôi đã nhận và lưu ${count} tệp, đang đọc…`,
  waiting: 'đã lưu, chờ đến lượt',
  progress: ({ step, file, done, of, pages }: UploadProgress, upload: string) => {
    if (step === 'unpacking') return 'đang mở tệp';
    if (step === 'saving') return 'đọc xong, đang lưu';
    return [
      file === upload ? 'đang đọc' : `đang đọc “${file}”`,
      ...(of > 1 ? [`(${Math.min(done + 1, of)}/${of})`] : []),
      ...(pages === undefined ? [] : [`– trang quét ${Math.min(pages.done + 1, pages.all)}/${pages.all}`]),
    ].join(' ');
  },
  beginning: 'đang mở tệp',
  readDone: 'đã đọc',
  readFiles: (files: number, ready: number, failed: number) => {
    const said = [
      ...(ready > 0 ? [`${ready} văn bản chờ duyệt`] : []),
      ...(failed > 0 ? [`${failed} không đọc được`] : []),
    ];
    const what = files === 1 ? 'tệp' : `${files} tệp`;
    return `Đọc xong ${what}: ${said.length === 0 ? 'không còn gì chờ duyệt' : said.join(', ')}.`;
  },
  /** The sentence that says why a file could not be read mostly names it. */
  failedFile: (file: string, reason: string) =>
    reason.includes(file) ? reason : `Không đọc được “${file}”. ${reason}`,
  noLongerAdmin: 'Tài khoản của anh/chị không còn quyền quản trị nên tôi không cho xem tiếp tệp này.',
  draftLine: (id: number, document: string, file: string) => `Bản ${id}: ${document} (tệp ${file})`,
  states: { draft: 'chờ duyệt', published: 'đã công bố', discarded: 'đã bỏ', failed: 'không đọc được' },
  withdrawn: 'đã gỡ công bố, chờ duyệt lại',
  openDraft: (id: number, document: string) => `Duyệt bản ${id}: ${document}`,
  more: (count: number) => `… và ${count} mục nữa`,

  cardTitle: (id: number, state: string, document: string) => `Bản ${id} (${state}): ${document}`,
  /** Says which draft a card is about, to whoever replies to it: see `draftOfCard`. */
  cardId: /^\P{L}*Bản (\d{1,9})\b/u,
  file: 'Tệp',
  headings: {
    relations: 'Quan hệ với văn bản khác:',
    effects: 'Hiệu lực riêng:',
    warnings: 'Cần xem lại:',
  },
  proposalCount: (all: number, open: number, approved: number) =>
    `Đề xuất yêu cầu, chỉ tiêu: ${all} (chưa duyệt ${open}, đã duyệt ${approved}).`,
  noProposals: 'Không thấy đề xuất yêu cầu, chỉ tiêu nào trong văn bản.',
  cardCommands: (id: number) =>
    `Sửa: trả lời tin này “số: 12/2026/QĐ-UBND”, hoặc gõ /sua ${id} số=… Các lệnh khác: /dexuat ${id}, /duyet ${id} lời, /congbo ${id}, /bo ${id}.`,
  buttons: {
    publish: 'Công bố',
    proposals: (open: number) => (open === 0 ? 'Đề xuất' : `Đề xuất (${open})`),
    correct: 'Sửa',
    words: 'Lời đã đọc',
    file: 'Tệp gốc',
    discard: 'Bỏ bản này',
    discardFile: 'Bỏ tệp này',
    oneFile: (id: number) => `Tệp ${id}: phần chưa đọc được`,
    discardUnread: 'Bỏ các phần chưa đọc được',
    republish: 'Dùng lại bản này',
    republishEarlier: (id: number) => `Dùng lại bản trước (số ${id})`,
    back: 'Về thẻ văn bản',
    open: 'Mở văn bản',
    manage: (id: number) => `Văn bản số ${id}`,
    unpublish: 'Gỡ công bố',
    remove: 'Xóa hẳn',
    compareBefore: 'So với bản trước',
    amends: (document: string) => `Sửa gì ở ${document}`,
    compareWith: (id: number) => `So với văn bản số ${id}`,
    previous: '‹ Trước',
    next: 'Sau ›',
    published: 'Đã công bố',
    waiting: 'Chờ duyệt',
    log: 'Nhật ký',
    cancel: 'Thôi',
    review: 'Duyệt lại',
  },

  wordsTitle: (id: number, page: number, pages: number) =>
    `Lời đã đọc của bản ${id}${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  fileGone: 'Tệp gốc không còn được giữ.',
  fileTitle: (id: number, file: string) => `Tệp ${id}: ${file}`,
  fileStages: {
    waiting: 'Đã lưu, chờ đến lượt đọc.',
    reading: 'Đang đọc.',
    review: 'Đã đọc, chờ duyệt.',
    done: 'Đã xử lý xong.',
    failed: 'Không đọc được.',
  } satisfies Readonly<Record<UploadStage, string>>,
  unreadInside: (count: number) => `${count} tệp bên trong không đọc được`,
  unreadLine: (id: number, file: string, reason: string) =>
    `Bản ${id}: ${file}${reason === '' ? '' : ` – ${reason}`}`,
  discardFileAsk: (file: string) =>
    `Bỏ tệp “${file}”? Tệp gốc tôi cũng không giữ nữa; muốn đọc lại phải gửi lại.`,
  discardedFile: (file: string) => `Đã bỏ tệp “${file}”.`,

  correctTitle: (document: string) => `Sửa thông tin: ${document}`,
  correctHow: (id: number) =>
    `Trả lời thẻ văn bản, hoặc gõ một hay nhiều mục, mỗi mục một dòng hoặc cách nhau bằng dấu “;”. Để trống: ghi dấu “-”. Ví dụ: /sua ${id} số=12/2026/QĐ-UBND; ngày ban hành=20/3/2026; hiệu lực=01/4/2026; người ký=-`,
  correctNames:
    'Các mục: số, loại, cơ quan ban hành, ngày ban hành, hiệu lực, trích yếu, người ký, nơi ban hành, là (“văn bản” hoặc “bài báo”).',
  correctWhich: (ids: readonly number[]) =>
    `Đang có ${ids.length} văn bản chờ duyệt. Anh/chị trả lời đúng thẻ văn bản cần sửa, hoặc gõ số bản, chẳng hạn: /sua ${ids[0]} số=12/2026/QĐ-UBND`,

  proposalsTitle: (document: string, page: number, pages: number) =>
    `Đề xuất trong ${document}${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  proposal: (key: string, whose: string | null, words: string, place: string) =>
    `[${key}] ${whose === null ? '' : `${whose}: `}“${words}”${place === '' ? '' : ` (${place})`}`,
  understood: (words: string) => ` → hiểu là: ${words}`,
  decisions: { approved: ' – ĐÃ DUYỆT', rejected: ' – KHÔNG DUYỆT', open: ' – chưa duyệt' },
  kept: (why: string) => `; duyệt thì giữ làm lời, chưa dùng để xét: ${why}`,
  approve: (key: string) => `Duyệt ${key}`,
  reject: (key: string) => `Không ${key}`,
  approveAll: (count: number) => `Duyệt cả ${count} mục chưa duyệt`,
  proposalCommands: (id: number) => `Gõ cũng được: /dexuat ${id} duyệt 1,3 – /dexuat ${id} không 2.`,

  publishTitle: (document: string) => `Công bố ${document}?`,
  publishMeans: 'Từ lúc công bố, mọi người hỏi sẽ được trả lời từ văn bản này.',
  publishReplaces: (document: string, id: number) =>
    `Văn bản này giống ${document} (văn bản số ${id}). Công bố thay bản đó thì bản đó chỉ còn để mở lại trích dẫn cũ.`,
  publishRules: (rules: number, kept: number) =>
    `Đề xuất đã duyệt: ${rules} mục thành quy tắc để xét hồ sơ${kept > 0 ? `, ${kept} mục giữ làm lời` : ''}.`,
  publishUndecided: (count: number) => `Còn ${count} đề xuất chưa duyệt: chưa dùng để xét hồ sơ.`,
  publishUnknown: (fields: readonly string[]) => `Chưa rõ: ${fields.join(', ')}. Anh/chị nên sửa trước.`,
  publishNow: 'Công bố ngay',
  publishReplacing: (id: number) => `Công bố, thay văn bản số ${id}`,
  publishApart: 'Công bố như văn bản riêng',
  publishTyped: (command: string) => `Hoặc gõ: ${command}`,
  published: (document: string, id: number) =>
    `Đã công bố ${document} (văn bản số ${id}). Anh/chị hỏi thử được rồi.`,
  publishedReplaced: (document: string, id: number) =>
    `Đã thay ${document} (văn bản số ${id}); trích dẫn cũ vẫn mở được.`,
  publishedRules: (count: number) => `${count} đề xuất đã thành quy tắc để xét hồ sơ.`,
  publishedKept: (key: string, why: string) => `Đề xuất ${key} giữ làm lời: ${why}`,
  publishedDoubt: (count: number, ids: string) =>
    `${count} quy tắc đã duyệt dựa vào điều khoản nay đã khác, hoặc bị sửa đổi, bãi bỏ: ${ids}. Anh/chị xem lại bằng lệnh \`npm run -s cli -- requirements\`.`,
  publishedEffects: 'Ghi nhận với văn bản khác:',

  discardAsk: (count: number) =>
    `Bỏ ${count === 1 ? 'bản' : `${count} bản`} chờ duyệt sau đây? Những gì đã đọc, đã sửa sẽ mất; muốn dùng lại phải gửi lại tệp.`,
  discardYes: 'Bỏ',
  discardAll: (count: number) => `Bỏ cả ${count} bản`,
  discarded: 'Đã bỏ bản chờ duyệt:',

  photoNote:
    'Ảnh gửi trong chat bị nén bớt. Nếu chữ đọc sai, anh/chị gửi lại ảnh dạng tệp (không nén), hoặc quét thành PDF.',
  joinPhotos: (count: number) => `Gộp ${count} ảnh thành một văn bản`,
  joinHow: 'Gộp ảnh các trang của một văn bản: gõ các số bản theo thứ tự trang, chẳng hạn /gop 12-14.',
  joinOnlyPhotos: (id: number) => `Bản ${id} không phải ảnh đang chờ duyệt nên tôi không gộp.`,
  joinedName: 'anh-gop',
  joined: (count: number) =>
    `Đã gộp ${count} ảnh thành một văn bản và bỏ các bản lẻ. Tôi đang đọc lại; xong tôi báo, hoặc anh/chị xem /tailieu.`,
  joinedBefore: 'Các ảnh này đã gộp trước đó rồi. Anh/chị xem /tailieu giúp tôi.',

  unpublishAsk: (document: string) =>
    `Gỡ công bố ${document}? Tôi sẽ không trả lời từ văn bản này nữa; quy tắc lấy từ văn bản cũng thôi áp dụng. Sau này công bố lại được.`,
  unpublishYes: 'Gỡ công bố',
  unpublished: (document: string, rules: number, draft: number | null) =>
    `Đã gỡ công bố ${document}.${rules > 0 ? ` ${rules} quy tắc thôi áp dụng.` : ''}${draft === null ? '' : ` Bản ${draft} mở lại để duyệt.`}`,
  republishAsk: (document: string, id: number) =>
    `Dùng lại ${document} (văn bản số ${id})? Mọi người hỏi sẽ lại được trả lời từ bản này.`,
  republishInstead: (id: number) =>
    `Văn bản số ${id} đang công bố sẽ thôi được dùng để trả lời; trích dẫn cũ vẫn mở được.`,
  republished: (document: string, id: number) => `Đã dùng lại ${document} (văn bản số ${id}).`,
  republishedInstead: (id: number) => `Thay cho văn bản số ${id}; trích dẫn cũ vẫn mở được.`,
  republishedRules: (count: number) => `${count} quy tắc đã duyệt có hiệu lực trở lại.`,
  removeAsk: (document: string) => `Xóa hẳn ${document}? Lời văn bản và các quy tắc lấy từ đó sẽ mất.`,
  removeYes: 'Xóa',
  removeAskAgain: (document: string) =>
    `Xóa rồi không lấy lại được, kể cả trích dẫn cũ. Anh/chị chắc chắn xóa ${document}?`,
  removeYesAgain: 'Chắc chắn xóa',
  removed: (document: string, rules: number) =>
    `Đã xóa ${document}.${rules > 0 ? ` ${rules} quy tắc thôi áp dụng.` : ''}`,

  listTitle: 'Văn bản đã gửi',
  listEmpty: 'Không có tệp nào đang đọc hay chờ duyệt. Anh/chị gửi tệp văn bản cho tôi là được.',
  listReading: 'Đang đọc:',
  listWaiting: 'Chờ duyệt:',
  listUnread: 'Không đọc được:',
  listFailed: 'Không đọc được gần đây:',
  sentBy: (by: string, when: string) => `${by} gửi ${when}`,
  publishedTitle: (count: number, page: number, pages: number) =>
    `Đã công bố ${count} văn bản${pages > 1 ? ` – trang ${page}/${pages}` : ''}`,
  publishedNone: 'Chưa có văn bản nào được công bố.',
  publishedLine: (id: number, document: string, sample: boolean) =>
    `Văn bản số ${id}: ${document}${sample ? ' (mẫu)' : ''}`,
  documentTitle: (id: number, document: string) => `Văn bản số ${id}: ${document}`,
  standings: {
    live: 'Đang công bố.',
    replaced: 'Đã được thay bằng bản mới.',
    withdrawn: 'Đã gỡ công bố.',
    removed: 'Đã xóa.',
  },
  versions: 'Các bản:',
  version: (id: number, when: string, standing: string) => `Văn bản số ${id}, nạp ${when}. ${standing}`,

  compareSame: 'Không có khác biệt về lời giữa hai bản.',
  compareTitle: (before: string, after: string) => `${before} → ${after}`,
  compareAmendment: (amending: string, amended: string) => `${amending} sửa ${amended}`,
  comparePage: (count: number, page: number, pages: number) =>
    `${count} chỗ khác${pages > 1 ? ` – trang ${page}/${pages}` : ''}:`,

  logTitle: (page: number) => `Nhật ký văn bản${page > 1 ? ` – trang ${page}` : ''}`,
  logNone: 'Chưa có việc nào được ghi.',
  logLine: (when: string, by: string, action: DocumentAction, document: string, detail: string | null) =>
    `${when} – ${by} ${actions[action]}: ${document}${detail === null ? '' : ` (${detail})`}`,
  fieldNames: {
    number: 'số',
    type: 'loại',
    issuer: 'cơ quan ban hành',
    issued: 'ngày ban hành',
    effective: 'ngày có hiệu lực',
    title: 'trích yếu',
    signer: 'người ký',
    place: 'nơi ban hành',
    kind: 'loại nguồn',
  },
} as const;
