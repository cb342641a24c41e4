/** What the command line says when it removes documents and looks after the index. */
export const indexTexts = {
  commands: {
    remove: 'xóa một văn bản khỏi kho, theo số/ký hiệu hoặc mã trong `documents`',
    reindex: 'lập lại chỉ mục tìm kiếm của những văn bản do bản chương trình khác lập',
  },
  arguments: { document: '<số hoặc mã>' },
  options: {
    yes: ['--yes', 'xóa luôn, không hỏi lại'],
    all: ['--all', 'lập lại của mọi văn bản, và đếm lại từ đầu'],
  },

  unknownDocument: (asked: string) =>
    `Không có văn bản nào mang số hoặc mã “${asked}”. Chạy \`npm run -s cli -- documents\` để xem danh sách.`,
  severalDocuments: (asked: string, lines: readonly string[]) =>
    `Có ${lines.length} văn bản cùng số “${asked}”. Hãy ghi mã của văn bản cần xóa:\n${lines.join('\n')}`,
  documentLine: (id: number, name: string, fileName: string) => `  ${id}. ${name} (${fileName})`,
  askRemoval: (name: string, fileName: string, rules: number) =>
    `${quoted(rules)}Xóa ${name} (${fileName}) khỏi kho? Gõ “xóa” để đồng ý: `,
  agreed: ['xóa', 'xoá', 'xoa'],
  unconfirmed: 'Chưa xóa gì. Muốn xóa mà không cần hỏi lại thì thêm --yes.',
  removed: (name: string, rules: number) => `✓ Đã xóa ${name}. ${quoted(rules)}`.trim(),

  reindexing: 'Đang lập lại chỉ mục',
  reindexed: (count: number) =>
    count === 0 ? 'Chỉ mục đã đúng với bản chương trình này.' : `✓ Đã lập lại chỉ mục của ${count} văn bản.`,

  index: 'Chỉ mục tìm kiếm',
  indexSound: 'khớp với văn bản',
  indexStale: (count: number) => `${count} văn bản do bản chương trình khác lập chỉ mục, tìm có thể kém hơn`,
  reindex: 'npm start tự làm, hoặc chạy: npm run -s cli -- reindex',
  indexFaulty: (terms: number, passages: number, size: boolean) =>
    `không khớp với văn bản (${[
      terms > 0 ? `${terms} từ đếm sai` : '',
      passages > 0 ? `${passages} đoạn sai` : '',
      size ? 'tổng số đoạn sai' : '',
    ]
      .filter((part) => part !== '')
      .join(', ')})`,
  reindexAll: 'npm run -s cli -- reindex --all',
} as const;

function quoted(rules: number): string {
  return rules === 0
    ? ''
    : `${rules} yêu cầu đang dẫn văn bản này; các yêu cầu ấy vẫn giữ, nhưng không trích được lời văn nữa. `;
}
