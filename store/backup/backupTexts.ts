import { KnownError } from '../../errors.ts';

/** What backing up and restoring tell people. */

export function backupForeign(file: string): KnownError {
  return new KnownError('file_unreadable', `Tệp “${file}” không phải bản sao lưu của Đạt Chuẩn.`, {
    message: 'the file is no backup',
  });
}

export function backupOfOtherFormat(file: string): KnownError {
  return new KnownError(
    'file_unreadable',
    `Bản sao lưu “${file}” do một phiên bản khác của Đạt Chuẩn ghi theo khuôn dạng mà bản này chưa biết. Hãy dùng phiên bản mới hơn.`,
    { message: 'the backup has another file format' },
  );
}

export function backupKeyMissing(file: string): KnownError {
  return new KnownError(
    'bad_config',
    `Bản sao lưu “${file}” đã được mã hóa. Hãy đặt BACKUP_KEY bằng đúng khóa lúc sao lưu rồi chạy lại.`,
    { message: 'the backup is encrypted and BACKUP_KEY is not set' },
  );
}

export function backupNotEncrypted(file: string): KnownError {
  return new KnownError(
    'bad_config',
    `BACKUP_KEY đang được đặt, nhưng bản sao lưu “${file}” không mã hóa nên không biết có ai sửa nó không. Nếu chắc chắn tệp là của mình, hãy để trống BACKUP_KEY (BACKUP_KEY= npm run -s cli -- restore …).`,
    { message: 'BACKUP_KEY is set and the backup is not encrypted' },
  );
}

export function backupAltered(file: string, perhapsKey: boolean): KnownError {
  const why = perhapsKey ? 'BACKUP_KEY không đúng, hoặc tệp' : 'Tệp';
  return new KnownError(
    'file_unreadable',
    `${why} “${file}” bị cắt cụt hay đã bị sửa. Chưa có gì được ghi vào cơ sở dữ liệu; hãy dùng một bản sao lưu khác.`,
    { message: `the backup is cut off or altered${perhapsKey ? ', or the key is wrong' : ''}` },
  );
}

export function backupNewer(step: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Bản sao lưu này do một phiên bản mới hơn của Đạt Chuẩn ghi (bước ${step}). Hãy cập nhật chương trình rồi khôi phục lại.`,
    { message: `the backup is newer than this version: it has the migration ${step}` },
  );
}

export function targetNewer(step: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu đích đã ở bước ${step}, mới hơn bản sao lưu. Hãy tạo một cơ sở dữ liệu trống rồi khôi phục vào đó; khi khôi phục xong, nó tự được nâng cấp.`,
    { message: `the target has the migration ${step}, which the backup has not` },
  );
}

export function targetNotEmpty(table: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${table}), nên không khôi phục đè lên. Hãy chỉ đến một cơ sở dữ liệu trống bằng --db, rồi đổi DATABASE_URL hay DATA_DIR sang đó.`,
    { message: `the target is not empty: ${table} has rows` },
  );
}

export function targetInUse(others: number): KnownError {
  return new KnownError(
    'database_locked',
    `Cơ sở dữ liệu đích đang có ${others} kết nối khác, nên chưa khôi phục. Hãy dừng Đạt Chuẩn và mọi chương trình đang dùng nó rồi chạy lại.`,
    { message: `${others} other connections to the target` },
  );
}

export function rowsHidden(login: string, tables: readonly string[]): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Tài khoản ${login} không được xem hết các dòng (bảng ${tables.join(', ')}), nên chưa sao lưu: bản sao lưu sẽ thiếu. Hãy chạy lại với DATABASE_URL của tài khoản chủ sở hữu các bảng (tài khoản đã chạy lệnh migrate).`,
    { message: `the login ${login} does not see all rows of ${tables.join(', ')}` },
  );
}

export function tableUnknown(table: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Bản sao lưu có bảng hay cột ${table} mà cơ sở dữ liệu đích không có. Chưa có gì được ghi; hãy khôi phục bằng đúng phiên bản đã sao lưu.`,
    { message: `the target has no ${table}` },
  );
}

export function rowsDiffer(table: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Khôi phục xong nhưng bảng ${table} không giống bản sao lưu, nên tất cả đã được hoàn lại. Hãy gửi tệp nhật ký cho người quản trị.`,
    { message: `the rows of ${table} are not those of the backup` },
  );
}

export function backupExists(file: string): KnownError {
  return new KnownError(
    'bad_input',
    `Tệp “${file}” đã có. Hãy chọn tên khác: bản sao lưu không ghi đè tệp nào.`,
    {
      message: 'the file of the backup exists',
    },
  );
}

export function backupNotWritten(file: string, cause: unknown): KnownError {
  return new KnownError(
    'bad_input',
    `Không ghi được tệp “${file}”. Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên ổ đĩa.`,
    { message: 'the file of the backup cannot be written', cause },
  );
}

export function backupNotRead(file: string, cause: unknown): KnownError {
  return new KnownError(
    'file_missing',
    `Không đọc được tệp “${file}”. Hãy kiểm tra đường dẫn và quyền đọc.`,
    {
      message: 'the file of the backup cannot be read',
      cause,
    },
  );
}
