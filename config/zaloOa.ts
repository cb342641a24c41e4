import { z } from 'zod';
import { badConfig, optionalText, secretText, serverAddress, yesOrNo } from './fields.ts';

/** The variables of a Zalo Official Account. */
export const zaloOaVariables = {
  ZALO_OA_APP_ID: optionalText.pipe(
    z
      .string()
      .regex(/^\d{6,25}$/, 'phải là dãy số, lấy ở developers.zalo.me')
      .optional(),
  ),
  ZALO_OA_APP_SECRET: secretText,
  ZALO_OA_WEBHOOK_SECRET: secretText,
  ZALO_OA_REFRESH_TOKEN: secretText,
  ZALO_OA_NOTICE_TEMPLATE_ID: optionalText.pipe(
    z
      .string()
      .regex(/^\w{1,64}$/, 'phải là mã mẫu tin do Zalo cấp')
      .optional(),
  ),
  ZALO_OA_NOTICE_TEMPLATE_FIELD: optionalText,
  ZALO_OA_PAID_MESSAGES: yesOrNo,
  ZALO_OA_TRUST_SHARED_PHONE: yesOrNo,
  ZALO_OA_API_ROOT: serverAddress,
  ZALO_OA_OAUTH_ROOT: serverAddress,
} as const;

/** A Zalo Official Account and the app that speaks for it. */
export type ZaloOaSettings = {
  readonly app: { readonly id: string; readonly secret: string };
  /** By it Zalo signs what it tells of. `null`, while the webhook is being set up: Zalo is answered, and nothing is taken. */
  readonly webhookSecret: string | null;
  /** The first refresh token, or the one that takes the place of a dead one; later ones are stored. */
  readonly refreshToken: string;
  /** An approved template, and its parameter that holds the words; `null`: people who have not written of late are told nothing. */
  readonly noticeTemplate: { readonly id: string; readonly field: string } | null;
  /** Whether messages that are paid for are sent: those from 48 hours to 7 days after the person's last. */
  readonly billable: boolean;
  /** Whether a phone number from Zalo's form counts as the sender's own. */
  readonly trustSharedPhone: boolean;
  readonly apiRoot: string | undefined;
  readonly oauthRoot: string | undefined;
};

const NEEDED = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_REFRESH_TOKEN'] as const;
const variables = z.object(zaloOaVariables);

/** `null` where none of the needed ones is set. Throws `bad_config` where only some are. */
export function zaloOaOf(values: z.infer<typeof variables>): ZaloOaSettings | null {
  const {
    ZALO_OA_APP_ID: id,
    ZALO_OA_APP_SECRET: secret,
    ZALO_OA_REFRESH_TOKEN: refreshToken,
    ZALO_OA_NOTICE_TEMPLATE_ID: templateId,
  } = values;
  if (id === undefined || secret === undefined || refreshToken === undefined) {
    const given = NEEDED.filter((key) => values[key] !== undefined);
    if (given.length === 0) return null;
    const missing = NEEDED.filter((key) => values[key] === undefined);
    throw badConfig(`${missing.join(', ')}: phải đặt cùng ${given.join(', ')}`);
  }
  return {
    app: { id, secret },
    webhookSecret: values.ZALO_OA_WEBHOOK_SECRET ?? null,
    refreshToken,
    noticeTemplate:
      templateId === undefined
        ? null
        : { id: templateId, field: values.ZALO_OA_NOTICE_TEMPLATE_FIELD ?? 'noi_dung' },
    billable: values.ZALO_OA_PAID_MESSAGES !== 'no',
    trustSharedPhone: values.ZALO_OA_TRUST_SHARED_PHONE === 'yes',
    apiRoot: values.ZALO_OA_API_ROOT,
    oauthRoot: values.ZALO_OA_OAUTH_ROOT,
  };
}
