import { createHash } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { DocumentDesk } from '../../bot/channels/web/documents/desk.ts';
import { readConfig } from '../../config.ts';
import { startUploads, type UploadOptions, type Uploads } from '../../ingest/uploads/uploads.ts';
import type { Identity } from '../../store/access/identity.ts';
import { linkTo } from '../../store/access/linking.testing.ts';
import type { Database } from '../../store/database.ts';
import { fillRecords, type TestPeople } from '../../store/records/records.testing.ts';
import { pgliteForTests } from '../../store/testing.ts';

export type TestDesk = {
  readonly desk: () => DocumentDesk;
  readonly database: () => Database;
  readonly people: () => TestPeople;
  /** Faults of the program while files were read. */
  readonly errors: readonly unknown[];
  /** Begins a session at a server over this desk and links it to somebody; returns its cookie as browsers send it. */
  readonly signIn: (url: string, identity: Identity) => Promise<string>;
};

/** A desk over an embedded database with a few invented people. Call it inside `describe`. */
export function useDocumentDesk(reading: UploadOptions['reading'] = {}): TestDesk {
  const engine = pgliteForTests();
  const errors: unknown[] = [];
  let database: Database;
  let people: TestPeople;
  let uploads: Uploads;
  const { ingest } = readConfig({ INGEST_FILE_MB: '1' });
  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    uploads = await startUploads(database, {
      limits: ingest,
      onError: (error) => errors.push(error),
      reading,
    });
  });
  afterAll(() => uploads.stop());
  return {
    desk: () => ({ database, uploads, fileBytes: ingest.fileBytes }),
    database: () => database,
    people: () => people,
    errors,
    signIn: async (url, identity) => {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      });
      const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
      const [secret = ''] = cookie.slice('dat_chuan='.length).split('.');
      const key = createHash('sha256').update(secret).digest('hex');
      await linkTo(database, { channel: 'web', key }, { account: identity.accountId });
      return cookie;
    },
  };
}

/** An invented decision with a standard, a target and a rule to ask about, as plain text. */
export function sampleDecision({
  number,
  days = 9,
}: {
  readonly number: string;
  /** Of training that it asks for. */
  readonly days?: number;
}): string {
  return `ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}

Lam Giang, ngày 20 tháng 3 năm 2026

QUYẾT ĐỊNH

Ban hành quy định về bồi dưỡng người làm công tác ươm tạo sáng kiến tại xã Mỹ Lộc Đông

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Điều 1. Thời lượng bồi dưỡng
1. Người làm công tác ươm tạo sáng kiến dự lớp bồi dưỡng tối thiểu ${days} ngày mỗi năm.
2. Lớp học tổ chức tại Trung tâm Chính trị xã Mỹ Lộc Đông.

Điều 2. Chuyên viên ươm tạo (hạng III) - Mã số: V.99.07.03
1. Nhiệm vụ:
a) Theo dõi hồ sơ sáng kiến;
b) Viết báo cáo hằng quý.
2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:
a) Có bằng tốt nghiệp đại học trở lên thuộc ngành luật, hành chính;
b) Có chứng chỉ bồi dưỡng tiêu chuẩn chức danh nghề nghiệp chuyên viên ươm tạo.

Điều 3. Chỉ tiêu
Trong năm 2026, tổ chức ít nhất 05 lớp bồi dưỡng.

Điều 4. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.
`;
}

/** An invented decision that amends a clause of another one. */
export function amendment(number: string, amended: string): string {
  return `ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}

Lam Giang, ngày 20 tháng 5 năm 2026

QUYẾT ĐỊNH

Sửa đổi, bổ sung một số điều của Quyết định số ${amended}

Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số ${amended} ngày 21 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lam Giang
1. Sửa đổi khoản 1 Điều 1 như sau:
“1. Người làm công tác ươm tạo sáng kiến dự lớp bồi dưỡng tối thiểu 15 ngày mỗi năm.”

Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2026.
`;
}
