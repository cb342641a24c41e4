import { KnownError } from '../../errors.ts';
import { shownName } from '../texts.ts';
import { CONTAINER_LIMITS } from './unpacked.ts';

/** What unpacking says to people, in one place. */

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

const inside = (member: string, container: string) =>
  `Tệp “${shownName(member)}” trong “${shownName(container)}”`;

export const containerTexts = {
  locked: (member: string, container: string) =>
    `${inside(member, container)} được đặt mật khẩu nên không mở được. Hãy gỡ mật khẩu rồi gửi lại.`,
  broken: (member: string, container: string) =>
    `${inside(member, container)} bị hỏng, không lấy ra trọn vẹn được. Hãy nén hoặc gửi lại tệp này.`,
  mended: (container: string) =>
    `Gói “${shownName(container)}” bị hỏng hoặc thiếu phần cuối. Tôi đã lấy ra những tệp còn đọc được; anh/chị đối chiếu xem còn thiếu tệp nào rồi gửi riêng tệp đó.`,
  large: (member: string, container: string, mostBytes: number) =>
    `${inside(member, container)} lớn hơn ${megabytes(mostBytes)} MB nên chưa nhận. Hãy chia nhỏ tệp rồi gửi riêng.`,
  bomb: (member: string, container: string) =>
    `${inside(member, container)} nén bất thường (bung ra gấp hơn ${CONTAINER_LIMITS.ratio} lần) nên đã bỏ qua. Hãy gửi riêng tệp này.`,
  outOfTime: (member: string, container: string, ms: number) =>
    `${inside(member, container)} chưa được đọc vì cả gói đã đọc quá ${Math.round(ms / 60_000)} phút. Những tệp trước đó vẫn được giữ; hãy gửi riêng tệp này, hoặc tăng INGEST_ARCHIVE_MINUTES.`,
  deep: (member: string, container: string) =>
    `${inside(member, container)} là gói nằm trong quá nhiều lớp gói khác nên chưa mở. Hãy gửi riêng tệp này.`,
  letterInLetter: (container: string) =>
    `Trong thư “${shownName(container)}” có đính kèm một thư khác chưa mở được. Hãy lưu thư ấy ra riêng rồi gửi lại.`,
  shortLetter: (container: string) =>
    `Lời trong thư “${shownName(container)}” chỉ là vài dòng nên không đưa vào; chỉ đọc các tệp đính kèm.`,
  letter: 'Thư điện tử',
} as const;

const refused = (fileName: string, what: string) =>
  new KnownError(
    'limit_exceeded',
    `Tệp “${shownName(fileName)}” bị từ chối vì ${what}. Hãy gửi ít tệp hơn, hoặc gửi từng văn bản một.`,
  );

export const tooManyDocuments = (fileName: string) =>
  refused(fileName, `chứa hơn ${CONTAINER_LIMITS.documents} tệp`);

export const unpacksTooLarge = (fileName: string) =>
  refused(fileName, `bung ra hơn ${megabytes(CONTAINER_LIMITS.totalBytes)} MB`);

export const overlapping = (fileName: string) =>
  refused(fileName, 'các tệp bên trong chồng lên nhau, không giống tệp nén bình thường');

export const emptyContainer = (fileName: string) =>
  new KnownError(
    'file_unsupported',
    `Trong tệp “${shownName(fileName)}” không có văn bản nào để đọc. Hãy kiểm tra lại tệp rồi nạp lại.`,
  );
