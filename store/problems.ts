import { KnownError } from '../errors.ts';

/** What the store tells people about the database itself; `recordTexts.ts` speaks of records. `detail` goes to the log only. */

export function diskFull(detail: string): KnownError {
  return new KnownError(
    'disk_full',
    'Ổ đĩa chứa cơ sở dữ liệu đã đầy nên chưa ghi được. Dữ liệu đã lưu trước đó vẫn còn; hãy giải phóng dung lượng rồi thử lại.',
    { message: `the disk of the database is full: ${detail}` },
  );
}

export function engineOutOfDisk(detail: string): KnownError {
  return new KnownError(
    'disk_full',
    'Ổ đĩa chứa cơ sở dữ liệu đã đầy nên cơ sở dữ liệu nhúng phải dừng. Dữ liệu đã lưu trước đó vẫn còn; hãy giải phóng dung lượng rồi khởi động lại chương trình.',
    { message: `the embedded database stopped because its disk is full: ${detail}` },
  );
}

export function databaseGone(detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    'Cơ sở dữ liệu đang không trả lời. Xin thử lại sau ít phút; nếu vẫn vậy, người quản trị hãy kiểm tra máy chủ cơ sở dữ liệu.',
    { message: `the database does not answer: ${detail}` },
  );
}

export function databaseBusy(detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    'Cơ sở dữ liệu đang quá tải, chưa còn kết nối trống. Xin thử lại sau ít phút; nếu lặp lại, hãy tăng max_connections của PostgreSQL.',
    { message: `the database has no free connection: ${detail}` },
  );
}

export function databaseStuck(detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    'Cơ sở dữ liệu đang bận: một chương trình khác ghi quá lâu nên chưa đến lượt. Xin thử lại sau ít phút; nếu lặp lại, người quản trị hãy tìm tiến trình giữ khóa trong pg_stat_activity.',
    { message: `a lock of the database was not given in time: ${detail}` },
  );
}

export function databaseSlow(detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    'Cơ sở dữ liệu làm việc quá lâu nên việc này đã bị dừng. Xin thử lại sau ít phút; nếu lặp lại, người quản trị hãy kiểm tra tải của máy chủ cơ sở dữ liệu.',
    { message: `a statement was stopped by the database: ${detail}` },
  );
}

export function databaseReadOnly(detail: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    'Máy chủ PostgreSQL này chỉ cho đọc nên không lưu được. Hãy đặt DATABASE_URL trỏ đến máy chủ chính cho phép ghi.',
    { message: `the database is read-only: ${detail}` },
  );
}

export function engineCrashed(detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    'Cơ sở dữ liệu nhúng vừa dừng đột ngột. Dữ liệu đã lưu vẫn còn; hãy khởi động lại chương trình.',
    { message: `the thread of the embedded database ended: ${detail}` },
  );
}

/** Who holds the folder, as far as it is known. */
export type LockHolder = {
  readonly pid: number;
  readonly hostname: string;
  /** The holder runs on another machine or in another container, so whether it still lives cannot be seen from here. */
  readonly elsewhere: boolean;
};

export function databaseLocked(folder: string, lockFile: string, holder: LockHolder | null): KnownError {
  const vietnamese =
    holder === null
      ? 'một tiến trình khác'
      : `tiến trình ${holder.pid}${holder.elsewhere ? ` trên máy ${holder.hostname}` : ''}`;
  const english =
    holder === null
      ? 'another process'
      : `process ${holder.pid}${holder.elsewhere ? ` on ${holder.hostname}` : ''}`;
  const unsure = holder === null || holder.elsewhere;
  const sentence = [
    `Thư mục cơ sở dữ liệu ${folder} đang được ${vietnamese} sử dụng.`,
    'Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng DATA_DIR (hay --db).',
    ...(unsure ? [`Nếu chắc chắn nó không còn chạy, hãy xóa tệp ${lockFile} rồi thử lại.`] : []),
  ].join(' ');
  const message = [
    `The database folder ${folder} is in use by ${english}.`,
    'Stop that process, or choose another folder with DATA_DIR (or --db).',
    ...(unsure ? [`If you are sure that it no longer runs, delete ${lockFile} and try again.`] : []),
  ].join(' ');
  return new KnownError('database_locked', `${sentence}\n${message}`, { message });
}

export function folderUnwritable(folder: string, cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Không ghi được vào thư mục cơ sở dữ liệu ${folder}. Hãy cấp quyền ghi cho tài khoản đang chạy chương trình, hoặc chọn thư mục khác bằng DATA_DIR (hay --db).`,
    { message: `the database folder ${folder} cannot be written`, cause },
  );
}

export function folderForeign(folder: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Thư mục ${folder} đã có tệp khác và không phải cơ sở dữ liệu của Đạt Chuẩn. Hãy chọn một thư mục trống bằng DATA_DIR (hay --db).`,
    { message: `the folder ${folder} holds other files and no database of ours` },
  );
}

export function folderIsFile(folder: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `${folder} là một tệp, không phải thư mục cơ sở dữ liệu. Hãy chọn một thư mục bằng DATA_DIR (hay --db).`,
    { message: `${folder} is a file, not a database folder` },
  );
}

export function folderDamaged(folder: string, detail: string, cause?: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Không mở được cơ sở dữ liệu trong thư mục ${folder}. Đừng xóa thư mục này: hãy sao lưu nó, rồi khôi phục từ bản sao lưu gần nhất hoặc chọn thư mục khác bằng DATA_DIR (hay --db).`,
    { message: `the database in ${folder} does not open: ${detail}`, cause },
  );
}

export function folderOfOtherVersion(folder: string, found: string, expected: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu trong thư mục ${folder} do một phiên bản khác của Đạt Chuẩn tạo ra (PostgreSQL ${found}, cần ${expected}). Hãy dùng đúng phiên bản đó, hoặc chọn thư mục khác bằng DATA_DIR (hay --db).`,
    { message: `the database in ${folder} is of PostgreSQL ${found}, this version needs ${expected}` },
  );
}

export function databaseMissing(place: string): KnownError {
  return new KnownError(
    'not_found',
    `Chưa có cơ sở dữ liệu ở ${place}. Hãy chạy npm start một lần để tạo và nạp văn bản mẫu.`,
    { message: `there is no database at ${place} yet` },
  );
}

export function urlMalformed(): KnownError {
  return new KnownError(
    'bad_config',
    'DATABASE_URL không đúng dạng postgres://người_dùng:mật_khẩu@máy_chủ:5432/tên_cơ_sở_dữ_liệu. Ký tự đặc biệt trong mật khẩu phải viết dạng %XX (ví dụ @ thành %40, # thành %23).',
    { message: 'DATABASE_URL is not a valid PostgreSQL URL' },
  );
}

export function serverUnreachable(server: string, detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    `Không kết nối được máy chủ PostgreSQL ${server}. Hãy kiểm tra máy chủ đang chạy, tên máy và cổng trong DATABASE_URL, và tường lửa.`,
    { message: `PostgreSQL at ${server} cannot be reached: ${detail}` },
  );
}

export function loginRefused(server: string, user: string, detail: string): KnownError {
  return new KnownError(
    'database_unreachable',
    `Máy chủ PostgreSQL ${server} từ chối đăng nhập của tài khoản ${user}. Hãy kiểm tra tên và mật khẩu trong DATABASE_URL, và tệp pg_hba.conf của máy chủ.`,
    { message: `PostgreSQL at ${server} refused the login of ${user}: ${detail}` },
  );
}

export function serverDatabaseMissing(server: string, name: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Máy chủ PostgreSQL ${server} chưa có cơ sở dữ liệu ${name}. Hãy tạo nó (createdb ${name}) hoặc sửa tên ở cuối DATABASE_URL.`,
    { message: `PostgreSQL at ${server} has no database ${name}` },
  );
}

export function serverTooOld(server: string, version: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Máy chủ PostgreSQL ${server} là bản ${version}; cần PostgreSQL 15 trở lên. Hãy nâng cấp hoặc dùng ảnh Docker pgvector/pgvector.`,
    { message: `PostgreSQL at ${server} is ${version}, 15 or later is needed` },
  );
}

export function encodingUnsuitable(name: string, encoding: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu ${name} dùng bảng mã ${encoding}, không lưu được tiếng Việt. Hãy tạo cơ sở dữ liệu mới với bảng mã UTF8 (createdb -E UTF8 -T template0 ${name}).`,
    { message: `the database ${name} is encoded in ${encoding}, UTF8 is needed` },
  );
}

export function vectorMissing(server: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Máy chủ PostgreSQL ${server} chưa cài phần mở rộng pgvector. Hãy cài gói pgvector cho máy chủ (ví dụ postgresql-17-pgvector) hoặc dùng ảnh Docker pgvector/pgvector.`,
    { message: `PostgreSQL at ${server} does not have the extension pgvector` },
  );
}

export function vectorForbidden(cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    'Tài khoản trong DATABASE_URL không được phép bật pgvector. Hãy nhờ quản trị máy chủ chạy một lần trong cơ sở dữ liệu này: create extension vector;',
    { message: 'the role may not create the extension vector', cause },
  );
}

export function schemaForbidden(cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    'Tài khoản trong DATABASE_URL không được phép tạo bảng. Hãy dùng tài khoản là chủ của cơ sở dữ liệu này (alter database … owner to …).',
    { message: 'the role may not create tables in this database', cause },
  );
}

export function migrationEdited(name: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Bước nâng cấp ${name} của chương trình khác với bước đã chạy trên cơ sở dữ liệu này. Hãy lấy lại đúng bản mã nguồn đã phát hành, rồi thử lại.`,
    { message: `the migration ${name} was edited after it had run on this database` },
  );
}

export function schemaNewer(name: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu này do một phiên bản mới hơn của Đạt Chuẩn tạo ra (bước ${name}). Hãy cập nhật chương trình rồi mở lại.`,
    { message: `the database is newer than this version: it has the migration ${name}` },
  );
}

export function schemaUnreadable(cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    'Tài khoản trong DATABASE_URL không được đọc các bảng của Đạt Chuẩn: cơ sở dữ liệu chưa được nâng cấp xong, hoặc tài khoản chưa được cấp quyền. Hãy chạy `npm run -s cli -- migrate` bằng tài khoản chủ sở hữu cho xong, chạy `grant dat_chuan_app to tên_tài_khoản;`, rồi khởi động lại.',
    { message: 'the login may not read which migrations have run', cause },
  );
}

export function migrationFailed(name: string, cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Không nâng cấp được cơ sở dữ liệu (bước ${name}); chưa có gì bị thay đổi. Hãy gửi tệp nhật ký cho người quản trị.`,
    {
      message: `the migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    },
  );
}
