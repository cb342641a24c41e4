import type { UploadStage } from '../../domain/upload.ts';
import { type ErrorCode, KnownError } from '../../errors.ts';
import { shownName } from '../texts.ts';

/** What uploads, reviews and publications say to people, in one place. */

const refusal = (code: ErrorCode, sentence: string, message: string) =>
  new KnownError(code, sentence, { message });

export const uploadTexts = {
  /** Behind a name: what may stand in the field. */
  fields: {
    number: 'Số/ký hiệu',
    type: 'Loại văn bản',
    issuer: 'Cơ quan ban hành',
    issued: 'Ngày ban hành',
    effective: 'Ngày có hiệu lực',
    title: 'Trích yếu',
    signer: 'Người ký',
    place: 'Nơi ban hành',
    kind: 'Là',
  },
  wrong: {
    number: 'số/ký hiệu ghi dạng 233/2026/NĐ-CP hoặc 06-CTr/QU',
    day: 'ngày ghi dạng 2026-07-01 hoặc 01/7/2026, và phải có thật',
    long: (most: number) => `dài quá ${most} ký tự`,
    kind: 'chỉ nhận “văn bản” hoặc “bài báo”',
    unknown: 'không có mục này',
  },
  kinds: { issued: 'văn bản ban hành', press: 'bài báo, trang tin' },

  interrupted: (fileName: string) =>
    `Đọc tệp “${shownName(fileName)}” bị dừng giữa chừng nhiều lần nên tôi thôi không thử nữa. Anh/chị thử lưu lại tệp (chẳng hạn mở bằng Word rồi lưu thành DOCX hoặc PDF) và gửi lại.`,
  broken: (fileName: string) =>
    `Có lỗi khi đọc tệp “${shownName(fileName)}”, tôi đã ghi lại để người vận hành xem. Anh/chị thử gửi lại sau.`,
  emptyContainer: (fileName: string) =>
    `Trong tệp “${shownName(fileName)}” không có văn bản nào để đọc. Anh/chị kiểm tra lại tệp rồi gửi lại.`,

  understood: {
    or: ' hoặc ',
    comparisons: {
      at_least: 'ít nhất',
      more_than: 'trên',
      exactly: '',
      at_most: 'không quá',
      less_than: 'dưới',
      about: 'khoảng',
    },
    range: (lower: string, upper: string) => `từ ${lower} đến ${upper}`,
    byYear: (year: number) => `(đến năm ${year})`,
    tenure: { held: 'giữ', worked: 'công tác' },
    tenureBounds: { at_least: 'từ đủ', more_than: 'trên' },
    orEquivalent: 'hoặc tương đương',
    years: (years: number) => `${years} năm`,
    months: (months: number) => `${months} tháng`,
  },
  kept: {
    noNumber: 'văn bản không có số hiệu để dẫn chiếu',
    whose: 'chưa rõ áp dụng cho ngạch, chức danh nào',
    condition: 'có điều kiện riêng bằng lời, máy chưa xét được',
    target: 'chỉ tiêu ghi bằng lời, máy chưa tự tính được',
    experience: 'thời gian công tác tính theo cách riêng, máy chưa tự tính được',
  },
} as const;

export const correctionsWrong = (problems: readonly string[]) =>
  refusal('bad_input', `Chưa sửa được: ${problems.join('; ')}.`, 'corrections were refused');

export const notADraft = (state: 'published' | 'discarded' | 'failed') =>
  refusal(
    'bad_input',
    {
      published: 'Văn bản này đã công bố rồi. Muốn sửa, anh/chị gỡ công bố trước.',
      discarded: 'Bản này đã bỏ rồi. Anh/chị gửi lại tệp nếu cần.',
      failed: 'Tệp này không đọc được nên không có gì để duyệt. Anh/chị gửi bản khác giúp tôi.',
    }[state],
    `the draft is ${state}`,
  );

export const notAFailedFile = (stage: Exclude<UploadStage, 'failed'>, fileName: string) => {
  const name = `“${shownName(fileName)}”`;
  return refusal(
    'bad_input',
    {
      waiting: `Tệp ${name} đang chờ đọc nên chưa bỏ được. Đọc xong, anh/chị bỏ từng bản chờ duyệt.`,
      reading: `Tệp ${name} đang được đọc nên chưa bỏ được. Đọc xong, anh/chị bỏ từng bản chờ duyệt.`,
      review: `Tệp ${name} đọc được và đang chờ duyệt. Anh/chị bỏ từng bản trong tệp giúp tôi.`,
      done: `Tệp ${name} đã xử lý xong rồi, không còn gì để bỏ.`,
    }[stage],
    `the upload is ${stage}`,
  );
};

export const noSuchProposal = (key: string) =>
  refusal(
    'not_found',
    `Không có đề xuất số ${key}. Anh/chị xem lại danh sách đề xuất của văn bản.`,
    `there is no proposal ${key}`,
  );

export const noSuchDocument = (id: number) =>
  refusal(
    'not_found',
    `Không có văn bản số ${id} đang công bố. Anh/chị xem lại danh sách văn bản.`,
    `there is no live directive ${id}`,
  );

export const isLiveAlready = (document: string) =>
  refusal('bad_input', `${document} đang công bố rồi, không cần công bố lại.`, 'the version is live already');

export const publishedBefore = (document: string) =>
  refusal(
    'bad_input',
    `Đúng tệp này đã được công bố rồi (${document}), nên không cần công bố lại.`,
    'the same bytes are live already',
  );

export const notReplaceable = (id: number) =>
  refusal(
    'not_found',
    `Không có văn bản số ${id} đang công bố để thay bằng bản mới. Anh/chị xem lại danh sách văn bản.`,
    `directive ${id} is not live and cannot be replaced`,
  );

export const noSuchText = (id: number) =>
  refusal(
    'not_found',
    `Không có văn bản số ${id} để so sánh. Anh/chị xem lại danh sách văn bản.`,
    `there is no directive ${id}`,
  );

export const noSuchNumber = (number: string) =>
  refusal(
    'not_found',
    `Không có văn bản nào số ${number} đang công bố để so sánh. Anh/chị xem lại danh sách văn bản.`,
    'no live directive has this number',
  );

export const noEarlierVersion = (id: number) =>
  refusal(
    'not_found',
    `Chưa có bản nào trước đó của văn bản số ${id} để so sánh.`,
    `there is no version before ${id}`,
  );

export const notAFile = (fileName: string) =>
  refusal(
    'file_unsupported',
    `“${shownName(fileName)}” chỉ là liên kết hoặc lối tắt, không phải tệp. Hãy chép chính tệp ấy vào thư mục.`,
    'what lies in the watched folder is no regular file',
  );

export const folderMissing = (folder: string) =>
  refusal(
    'bad_config',
    `Không thấy thư mục “${folder}” đặt trong WATCH_DIR. Hãy tạo thư mục đó hoặc sửa WATCH_DIR trong tệp .env.`,
    'the watched folder is missing',
  );
