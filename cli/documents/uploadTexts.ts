import type { DocumentAction, UploadProgress, UploadStage } from '../../domain/upload.ts';

/** What the commands about uploads say to people. */
export const uploadTexts = {
  commands: {
    upload: 'gửi tệp vào hàng chờ đọc, xem phiếu của từng văn bản; --publish để công bố luôn',
    uploads: 'liệt kê các tệp đã gửi và bước đang ở; bỏ một tệp không đọc được, lấy lại tệp gốc',
    review: 'xem phiếu của một bản chờ duyệt, sửa, duyệt đề xuất, công bố hoặc bỏ',
    unpublish: 'gỡ một văn bản đã công bố: không tra cứu và không trả lời theo nữa',
    republish: 'công bố lại bản cũ của một văn bản, hoặc văn bản đã gỡ (ghi số của bản đó)',
    diff: 'so hai bản của một văn bản, hoặc văn bản sửa đổi với văn bản bị sửa, theo từng điều khoản',
    log: 'xem ai đã gửi, sửa, công bố, gỡ văn bản nào',
  },
  arguments: {
    files: '<tệp...>',
    draft: '<số bản chờ duyệt>',
    document: '<số hiệu hoặc số>',
    older: '<bản cũ>',
    newer: '[bản mới]',
    optionalDocument: '[số hiệu hoặc số]',
  },
  options: {
    publish: 'công bố',
    all: 'cả những tệp đã xong',
    set: [
      '--set <mục=giá trị...>',
      'sửa mục: number, type, issuer, issued, effective, title, signer, place, kind; để trống sau dấu = là không có',
    ],
    approve: ['--approve <đề xuất>', 'duyệt: all, hoặc các số cách nhau bằng dấu phẩy'],
    reject: ['--reject <đề xuất>', 'không duyệt: all, hoặc các số cách nhau bằng dấu phẩy'],
    replaces: ['--replaces <văn bản>', 'là bản mới của văn bản này; none: không thay văn bản nào'],
    discard: 'bỏ bản này',
    discardUpload: ['--discard <số tệp>', 'bỏ một tệp không đọc được'],
    save: ['--save <số tệp>', 'ghi tệp gốc đã gửi vào thư mục đang đứng'],
    saveDraft: 'ghi tệp gốc vào thư mục đang đứng',
  },

  stages: {
    waiting: 'chờ đọc',
    reading: 'đang đọc',
    review: 'chờ duyệt',
    done: 'xong',
    failed: 'không đọc được',
  } satisfies Readonly<Record<UploadStage, string>>,
  states: { draft: 'chờ duyệt', published: 'đã công bố', discarded: 'đã bỏ', failed: 'không đọc được' },
  step: ({ step, file, done, of }: UploadProgress) =>
    ({
      unpacking: `mở ${file}`,
      parsing: of > 1 ? `đọc ${file} (${done + 1}/${of})` : `đọc ${file}`,
      saving: `ghi lại ${file}`,
    })[step],
  uploading: 'Đang đọc tệp',

  none: 'Không có tệp nào đang chờ. Thêm --all để xem cả những tệp đã xong.',
  uploadLine: (id: number, file: string, stage: string, by: string, when: string) =>
    `#${id} ${file}: ${stage} – ${by}, ${when}`,
  draftLine: (id: number, document: string, state: string) => `    bản ${id}: ${document} – ${state}`,
  reason: (why: string) => `    ${why}`,

  underway: (file: string, uploadId: number, stage: string) =>
    `${file}: đã gửi từ trước (tệp #${uploadId}, ${stage}), không nhận lần nữa.`,
  published: (file: string, document: string) => `${file}: đã công bố từ trước – ${document}.`,
  draftTitle: (id: number) => `── Bản ${id} ──`,
  next: (id: number) =>
    `Xem lại: cli review ${id} · công bố: cli review ${id} --publish · bỏ: cli review ${id} --discard`,
  nowPublished: (document: string, id: number) => `✓ Đã công bố ${document} (số ${id}).`,
  replaced: (id: number) => `  Thay cho bản cũ số ${id}; bản cũ chỉ còn mở được từ trích dẫn trước đây.`,
  rules: (ids: readonly string[]) => `  Có hiệu lực ${ids.length} quy tắc: ${ids.join(', ')}`,
  kept: (key: string, why: string) => `  Đề xuất ${key} giữ nguyên lời: ${why}`,
  inDoubt: (ids: readonly string[]) =>
    `  ! Quy tắc cần xem lại vì điều khoản làm căn cứ đã khác hoặc bị sửa đổi, bãi bỏ: ${ids.join(', ')}`,
  discarded: (id: number) => `Đã bỏ bản ${id}.`,
  discardedUpload: (id: number, file: string) => `Đã bỏ tệp #${id} ${file}.`,
  mayDiscard: (id: number) =>
    `    Bỏ tệp này: cli uploads --discard ${id} · lấy tệp gốc: cli uploads --save ${id}`,
  saved: (file: string) => `Đã ghi ${file}.`,
  fileGone: 'Tệp gốc không còn được giữ.',
  fileExists: (file: string) =>
    `Trong thư mục này đã có “${file}” nên tôi không ghi đè. Anh/chị chuyển sang thư mục khác.`,
  unpublished: (document: string, draftId: number | null, rules: number, earlier: number | null) =>
    [
      `Đã gỡ ${document}. Trích dẫn cũ vẫn mở được và ghi là đã gỡ.`,
      ...(draftId === null ? [] : [`  Bản ${draftId} chờ duyệt lại: cli review ${draftId}`]),
      ...(rules === 0 ? [] : [`  Ngừng ${rules} quy tắc đã duyệt cùng văn bản.`]),
      ...(earlier === null ? [] : [`  Dùng lại bản trước: cli republish ${earlier}`]),
    ].join('\n'),
  restored: (document: string, id: number, replaced: readonly number[], rules: number) =>
    [
      `✓ Đã công bố lại ${document} (số ${id}).`,
      ...(replaced.length === 0
        ? []
        : [`  Thay cho bản số ${replaced.join(', ')}; bản đó chỉ còn mở được từ trích dẫn trước đây.`]),
      ...(rules === 0 ? [] : [`  ${rules} quy tắc đã duyệt có hiệu lực trở lại.`]),
    ].join('\n'),
  difference: (before: string, after: string) => `${before} → ${after}`,
  notAField: (given: string) => `“${given}” chưa đúng: ghi mục=giá trị, ví dụ --set number=12/2026/QĐ-UBND.`,
  notAnId: (given: string) => `“${given}” không phải là một số. Xem số của bản chờ duyệt bằng lệnh uploads.`,
  bothWays: 'Chỉ chọn một trong --publish và --discard.',

  actions: {
    uploaded: 'gửi tệp',
    read: 'đọc xong',
    failed: 'không đọc được',
    corrected: 'sửa',
    decided: 'duyệt đề xuất',
    published: 'công bố',
    discarded: 'bỏ',
    unpublished: 'gỡ',
    restored: 'công bố lại',
    deleted: 'xóa',
  } satisfies Readonly<Record<DocumentAction, string>>,
  logLine: (when: string, by: string, action: string, document: string, channel: string) =>
    `${when} – ${by} ${action} ${document} (${channel})`,
  emptyLog: 'Chưa có gì được ghi lại.',
} as const;
