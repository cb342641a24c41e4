import type { Reference } from '../../domain/requirement.ts';
import { KnownError } from '../../errors.ts';

/** What the store tells people about records, accounts and rules, in one place. No name of a person is in any of it. */

export function roleForbidden(statements: string, cause: unknown): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Tài khoản trong DATABASE_URL không được phép tạo vai trò dat_chuan_app, là vai trò mà mọi câu lệnh về hồ sơ phải chạy dưới đó. Hãy nhờ quản trị máy chủ PostgreSQL chạy một lần: ${statements}`,
    { message: `the role dat_chuan_app cannot be made or granted by this login: ${statements}`, cause },
  );
}

export function roleTooStrong(login: string, because: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Tài khoản ${login} trong DATABASE_URL ${because}, nên cơ sở dữ liệu không giữ được hồ sơ riêng cho từng người. Chế độ vận hành cần một tài khoản thường: create role dat_chuan_login login password '…' in role dat_chuan_app; rồi dùng tài khoản đó trong DATABASE_URL.`,
    { message: `the login ${login} could read past row-level security: ${because}` },
  );
}

export function roleNotGranted(login: string): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Tài khoản ${login} trong DATABASE_URL chưa thuộc vai trò dat_chuan_app. Hãy nhờ quản trị máy chủ PostgreSQL chạy một lần: grant dat_chuan_app to ${login};`,
    { message: `the login ${login} is no inheriting member of dat_chuan_app` },
  );
}

export function securityOff(tables: readonly string[]): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu đã bị tắt bảo vệ theo dòng ở bảng ${tables.join(', ')}. Hãy nhờ quản trị bật lại (alter table … enable row level security) trước khi chạy.`,
    { message: `row-level security is off for ${tables.join(', ')}` },
  );
}

export function policiesForeign(policies: readonly string[]): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu có quy tắc bảo vệ theo dòng không thuộc phiên bản này (${policies.join(', ')}), nên có thể để lộ hồ sơ. Hãy nhờ quản trị xóa (drop policy … on …) trước khi chạy.`,
    { message: `policies that no migration made: ${policies.join(', ')}` },
  );
}

export function migrationsPending(pending: readonly string[]): KnownError {
  return new KnownError(
    'database_unsuitable',
    `Cơ sở dữ liệu chưa được nâng cấp đến phiên bản này (còn ${pending.join(', ')}). Ở chế độ vận hành, chương trình không tự nâng cấp: hãy chạy \`npm run -s cli -- migrate\` bằng tài khoản chủ sở hữu, rồi khởi động lại.`,
    { message: `migrations are pending: ${pending.join(', ')}` },
  );
}

export function onlyAdmins(): KnownError {
  return new KnownError(
    'bad_input',
    'Việc này chỉ dành cho quản trị. Anh/chị hãy nhờ người quản trị của cơ quan.',
    {
      message: 'the account is no admin',
    },
  );
}

export function accountGone(): KnownError {
  return new KnownError(
    'not_found',
    'Không còn tài khoản này. Anh/chị hãy nhờ cán bộ tổ chức cấp lại mã liên kết.',
    {
      message: 'there is no such account',
    },
  );
}

export function accountTwice(): KnownError {
  return new KnownError(
    'bad_input',
    'Hồ sơ này đã thuộc về một tài khoản khác. Hãy sửa tài khoản đó thay vì tạo thêm.',
    {
      message: 'another account has this record',
    },
  );
}

export function recordUnknown(): KnownError {
  return new KnownError(
    'bad_input',
    'Chưa có hồ sơ nào mang mã này. Hãy nhập hồ sơ đó trước, hoặc sửa mã hồ sơ của tài khoản.',
    { message: 'there is no record with the code given for the account' },
  );
}

export function unitsUnknown(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Chưa có đơn vị mang mã ${quoted(codes)}. Hãy thêm đơn vị đó trước, hoặc sửa mã.`,
    { message: `there are no units ${codes.join(', ')}` },
  );
}

/** The same words whether there is nobody, or somebody for whom the asker may not make codes. */
export function noCodeFor(): KnownError {
  return new KnownError(
    'not_found',
    'Không có ai như vậy trong phạm vi mà anh/chị được cấp mã liên kết. Hãy kiểm tra lại mã hồ sơ, hoặc nhờ quản trị cấp.',
    { message: 'no code can be made for this person by this account' },
  );
}

export function unitsInCircle(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Các đơn vị ${quoted(codes)} nằm dưới lẫn nhau thành vòng tròn. Hãy sửa cột đơn vị cấp trên.`,
    { message: `units in a circle: ${codes.join(', ')}` },
  );
}

export function unitsForOperator(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Đơn vị ${quoted(codes)} không do anh/chị thêm hay sửa được: chỉ thêm được đơn vị mới nằm dưới đơn vị mình phụ trách. Hãy nhờ người vận hành nhập danh mục đơn vị.`,
    { message: `this account may not write the units ${codes.join(', ')}` },
  );
}

export function codesTwice(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Mã ${quoted(codes)} xuất hiện nhiều lần. Mỗi mã chỉ ghi một lần; hãy bỏ hoặc sửa các dòng trùng.`,
    { message: `codes given twice: ${codes.length}` },
  );
}

export function peopleWithoutUnit(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Hồ sơ ${quoted(codes)} ghi đơn vị chưa có trong danh mục. Hãy sửa mã đơn vị hoặc thêm đơn vị đó.`,
    { message: `records of unknown units: ${codes.length}` },
  );
}

/** The same words whether the unit is not the asker's or the code belongs to somebody whom the asker may not see. */
export function peopleOutOfReach(codes: readonly string[]): KnownError {
  return new KnownError(
    'bad_input',
    `Anh/chị không ghi được hồ sơ mang mã ${quoted(codes)}: không thuộc các đơn vị mà anh/chị phụ trách. Chưa có gì được lưu; hãy bỏ các dòng đó, hoặc nhờ người vận hành nhập.`,
    { message: `records out of the account's reach: ${codes.length}` },
  );
}

export function noSuchRule(id: string): KnownError {
  return new KnownError('not_found', `Không có quy tắc nào mang mã “${id}”. Hãy kiểm tra lại mã.`, {
    message: `there is no rule ${id}`,
  });
}

export function ruleIdTaken(id: string): KnownError {
  return new KnownError(
    'bad_input',
    `Mã “${id}” đã thuộc về một quy tắc loại khác. Hãy đặt mã khác cho quy tắc mới.`,
    { message: `the id ${id} belongs to a rule of another kind` },
  );
}

export function documentNotStored({ document }: Reference): KnownError {
  return new KnownError(
    'bad_input',
    `Chưa duyệt được: chưa có văn bản ${document} trong kho. Hãy nạp văn bản đó rồi duyệt lại.`,
    { message: `the document ${document} is not stored` },
  );
}

export function documentUnfit({ document }: Reference): KnownError {
  return new KnownError(
    'bad_input',
    `Chưa duyệt được: ${document} trong kho chỉ là văn bản mẫu hoặc bài báo. Hãy nạp văn bản do cơ quan ban hành rồi duyệt lại.`,
    { message: `the document ${document} is stored only as a sample or press page` },
  );
}

export function provisionNotFound({ document, path }: Reference): KnownError {
  return new KnownError(
    'bad_input',
    `Chưa duyệt được: văn bản ${document} không có ${[...path].reverse().join(' ')}. Hãy sửa dẫn chiếu của quy tắc.`,
    { message: `${document} has no provision ${path.join(' / ')}` },
  );
}

export function wordsNotFound({ document, path }: Reference): KnownError {
  return new KnownError(
    'bad_input',
    `Chưa duyệt được: câu trích của quy tắc không có trong ${[...path].reverse().join(' ')} ${document}. Hãy chép lại đúng nguyên văn.`,
    { message: `the quoted words are not in ${document} ${path.join(' / ')}` },
  );
}

export function noOwnRecord(): KnownError {
  return new KnownError(
    'not_found',
    'Tài khoản của anh/chị chưa gắn với hồ sơ nào. Anh/chị hãy nhờ cán bộ tổ chức kiểm tra giúp.',
    { message: 'the account has no record' },
  );
}

export function tooManyCorrections(most: number): KnownError {
  return new KnownError(
    'limit_exceeded',
    `Anh/chị đang có ${most} yêu cầu chưa được trả lời. Xin chờ cán bộ tổ chức trả lời bớt rồi gửi tiếp.`,
    { message: `${most} correction requests of this account are open` },
  );
}

export function noSuchCorrection(): KnownError {
  return new KnownError(
    'not_found',
    'Không có yêu cầu nào như vậy đang chờ anh/chị trả lời. Anh/chị hãy xem lại danh sách yêu cầu.',
    { message: 'there is no such open correction request for this account' },
  );
}

/** A notice may be shown beside any answer, in a group too: so it says nothing of the record. */
export function correctionAnswered(opened: string): string {
  return `Cán bộ tổ chức đã trả lời yêu cầu kiểm tra hồ sơ mà anh/chị gửi ngày ${opened}. Anh/chị nhắn /baosai trong trò chuyện riêng để xem.`;
}

function quoted(codes: readonly string[]): string {
  const shown = codes
    .slice(0, 10)
    .map((code) => `“${code}”`)
    .join(', ');
  return codes.length > 10 ? `${shown} và ${codes.length - 10} mã khác` : shown;
}
