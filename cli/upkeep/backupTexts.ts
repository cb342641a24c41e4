import type { BackupContent } from '../../store/backup/readBackup.ts';

/** What the commands for backups say to people. */
export const backupTexts = {
  commands: {
    backup: 'sao lưu tất cả (hồ sơ, văn bản, tệp gốc, phân quyền) vào một tệp mới; mã hóa khi có BACKUP_KEY',
    restore: 'khôi phục một bản sao lưu vào cơ sở dữ liệu trống, trên loại cơ sở dữ liệu nào cũng được',
  },
  argument: '<tệp>',

  unencrypted:
    '⚠ BACKUP_KEY đang để trống nên bản sao lưu không mã hóa: ai có tệp cũng đọc được hồ sơ trong đó. Hãy cất tệp cẩn thận.',
  written: (file: string, content: BackupContent, bytes: number, encrypted: boolean) =>
    `✓ Đã sao lưu ${count(content)} vào “${file}” (${megabytes(bytes)}, ${encrypted ? 'đã mã hóa' : 'không mã hóa'}) và đọc lại tệp đó thấy nguyên vẹn.`,
  keepKey: 'Hãy giữ BACKUP_KEY ở nơi khác với tệp sao lưu: mất khóa thì không ai mở được tệp.',
  restored: (file: string, content: BackupContent) =>
    `✓ Đã khôi phục ${count(content)} từ “${file}” (sao lưu lúc ${content.at}); từng bảng giống hệt bản sao lưu.`,
  grant: (login: string) =>
    `Tài khoản vận hành ${login} chưa được dùng cơ sở dữ liệu này. Hãy chạy: grant dat_chuan_app to "${login.replaceAll('"', '""')}";`,
} as const;

function count({ tables }: BackupContent): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows.toLocaleString('vi-VN')} dòng của ${tables.length} bảng`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}
