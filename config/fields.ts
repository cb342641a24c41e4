import { z } from 'zod';
import { KnownError } from '../errors.ts';

/** Empty means "not set", as `.env` files write it. */
export const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

/** Digits and nothing else: `Number` would also read `0x10` and `3e3`. */
export const wholeNumber = (least: number, most: number, otherwise: number) => {
  const error = `phải là số nguyên từ ${least} đến ${most}`;
  return optionalText.pipe(
    z
      .string()
      .regex(/^\d{1,9}$/, error)
      .transform(Number)
      .pipe(z.number().min(least, error).max(most, error))
      .optional()
      .transform((value) => value ?? otherwise),
  );
};

/** Another server than the usual one. */
export const serverAddress = optionalText.pipe(
  z.url({ protocol: /^https?$/, error: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://' }).optional(),
);

/** A token or key, which holds no blanks. */
export const secretText = optionalText.pipe(
  z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'phải là một khóa viết liền, không dấu')
    .optional(),
);

export const yesOrNo = optionalText.pipe(z.enum(['yes', 'no'], { error: 'phải là yes hoặc no' }).optional());

/** `problems` name the variables and what they should be, never their values. */
export function badConfig(problems: string): KnownError {
  return new KnownError(
    'bad_config',
    `Cấu hình chưa đúng – ${problems}. Hãy sửa biến này trong tệp .env hoặc trong môi trường (xem .env.example).`,
  );
}
