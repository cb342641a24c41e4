import { z } from 'zod';
import { badConfig, optionalText, serverAddress } from './fields.ts';

/** The variables of Telegram's Bot API. */
export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: optionalText.pipe(
    z
      .string()
      .regex(/^\d+:[\w-]{20,}$/, 'phải có dạng 123456:ABC… do @BotFather cấp')
      .optional(),
  ),
  TELEGRAM_WEBHOOK_SECRET: optionalText.pipe(
    z
      .string()
      .regex(/^[\w-]{16,256}$/, 'phải có từ 16 đến 256 ký tự A–Z, a–z, 0–9, _ hoặc -')
      .optional(),
  ),
  TELEGRAM_API_ROOT: serverAddress,
} as const;

export type TelegramSettings = {
  readonly token: string;
  /** `undefined`: the server is asked for updates. */
  readonly webhookSecret: string | undefined;
  /** `undefined`: Telegram's own. */
  readonly apiRoot: string | undefined;
};

type Values = {
  readonly TELEGRAM_BOT_TOKEN?: string | undefined;
  readonly TELEGRAM_WEBHOOK_SECRET?: string | undefined;
  readonly TELEGRAM_API_ROOT?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
};

/** `null`: Telegram is off. Throws `bad_config`. */
export function telegramOf(values: Values): TelegramSettings | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = values;
  const { TELEGRAM_API_ROOT: apiRoot, PUBLIC_URL: publicUrl } = values;
  if (token === undefined) return null;
  // A server of one's own may call without HTTPS.
  const isReachable = publicUrl !== undefined && (apiRoot !== undefined || publicUrl.startsWith('https://'));
  if (webhookSecret !== undefined && !isReachable) {
    throw badConfig('TELEGRAM_WEBHOOK_SECRET: phải đặt cùng PUBLIC_URL bắt đầu bằng https://');
  }
  return { token, webhookSecret, apiRoot };
}
