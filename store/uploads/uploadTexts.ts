import { KnownError } from '../../errors.ts';

/** What the store tells people about uploads, in one place. */

export function noSuchUpload(id: number): KnownError {
  return new KnownError('not_found', `Không có tệp tải lên số ${id}. Anh/chị xem lại danh sách giúp tôi.`, {
    message: `there is no upload ${id}`,
  });
}

export function noSuchDraft(id: number): KnownError {
  return new KnownError(
    'not_found',
    `Không có bản chờ duyệt số ${id}. Anh/chị xem lại danh sách tệp tải lên giúp tôi.`,
    { message: `there is no draft ${id}` },
  );
}
