/** What a call sends. */
export type ZaloParameters = Readonly<Record<string, unknown>>;

type Rule = {
  readonly required?: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly matches?: RegExp;
};

/**
 * The methods that are known of the platform and what each takes; every field is a string. Gathered from its public
 * documentation, in one place and easy to correct.
 */
const METHODS: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  getMe: {},
  getUpdates: { timeout: { matches: /^\d{1,3}$/ } },
  setWebhook: {
    url: { required: true, matches: /^https?:\/\// },
    secret_token: { required: true, least: 8, most: 256 },
  },
  deleteWebhook: {},
  getWebhookInfo: {},
  sendMessage: { chat_id: { required: true }, text: { required: true, least: 1, most: 2000 } },
  sendPhoto: {
    chat_id: { required: true },
    photo: { required: true, matches: /^https?:\/\// },
    caption: { least: 1, most: 2000 },
  },
  sendSticker: { chat_id: { required: true }, sticker: { required: true, least: 1, most: 256 } },
  sendChatAction: { chat_id: { required: true }, action: { required: true, matches: /^typing$/ } },
};

/** What is wrong with a call; nothing where the platform would take it. Lengths are UTF-16 units. */
export function zaloProblems(method: string, parameters: ZaloParameters): readonly string[] {
  const rules = METHODS[method];
  if (rules === undefined) return [`there is no method ${method}`];
  const unknown = Object.keys(parameters).filter((name) => rules[name] === undefined);
  return [
    ...unknown.map((name) => `${method}.${name} is not known`),
    ...Object.entries(rules).flatMap(([name, rule]) =>
      fieldProblems(`${method}.${name}`, parameters[name], rule),
    ),
  ];
}

function fieldProblems(at: string, value: unknown, rule: Rule): readonly string[] {
  if (value === undefined) return rule.required === true ? [`${at} is required`] : [];
  if (typeof value !== 'string') return [`${at} must be a string`];
  const { least = 0, most = Number.POSITIVE_INFINITY, matches } = rule;
  return [
    ...(value.length < least || value.length > most ? [`${at} must be ${least}-${most} characters`] : []),
    ...(least > 0 && value.trim() === '' ? [`${at} is blank`] : []),
    ...(value.isWellFormed() && value.normalize('NFC') === value ? [] : [`${at} is no well-formed NFC text`]),
    ...(matches === undefined || matches.test(value) ? [] : [`${at} may not be “${value}”`]),
  ];
}
