import { ruleOf } from './fieldRules.ts';
import { parseTelegramHtml } from './html.ts';
import { UploadedFile } from './multipart.ts';
import type { SpecField, TelegramSpec } from './spec.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Everything that is wrong with a call, as English lines; empty when the specification allows it. Stricter than the
 * real server, which overlooks unknown parameters and takes numbers for strings.
 */
export function callProblems(spec: TelegramSpec, method: string, parameters: Fields): readonly string[] {
  const described = spec.methods[method];
  if (described === undefined) return [`method ${method} does not exist`];
  return [
    ...fieldsProblems(spec, method, described.fields ?? [], parameters),
    ...targetProblems(method, parameters),
  ];
}

/** The same for a value of a type, such as an `Update` that the fake is about to hand out. */
export function typeProblems(spec: TelegramSpec, type: string, value: unknown, at = type): readonly string[] {
  const inner = /^Array of (.+)$/.exec(type)?.[1];
  if (inner !== undefined) {
    if (!Array.isArray(value)) return [`${at} must be an array`];
    return value.flatMap((item: unknown, index) => typeProblems(spec, inner, item, `${at}[${index}]`));
  }
  switch (type) {
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [`${at} must be an integer`];
    case 'Float':
      return typeof value === 'number' ? [] : [`${at} must be a number`];
    case 'Boolean':
      return typeof value === 'boolean' ? [] : [`${at} must be true or false`];
    case 'String':
      if (typeof value !== 'string') return [`${at} must be a string`];
      return value.isWellFormed() ? [] : [`${at}: strings must be encoded in UTF-8`];
    case 'InputFile':
      return value instanceof UploadedFile ? fileProblems(value, at) : [`${at} must be an uploaded file`];
  }
  const described = spec.types[type];
  if (described === undefined) return [`${at}: type ${type} does not exist`];
  if (described.subtypes !== undefined) return unionProblems(spec, described.subtypes, value, at);
  // "For simple text buttons, String can be used instead of this object."
  if (type === 'KeyboardButton' && typeof value === 'string')
    return buttonProblems({ text: value }, at, 'at most');
  if (!isFields(value)) return [`${at} must be an object (${type})`];
  const problems = fieldsProblems(spec, at, described.fields ?? [], value);
  if (type === 'InlineKeyboardButton') return [...problems, ...buttonProblems(value, at, 'exactly')];
  if (type === 'KeyboardButton') return [...problems, ...buttonProblems(value, at, 'at most')];
  return problems;
}

/** No problems when one of the types fits; otherwise those of the type that comes nearest. */
function unionProblems(
  spec: TelegramSpec,
  types: readonly string[],
  value: unknown,
  at: string,
): readonly string[] {
  const [only, other] = types;
  if (only !== undefined && other === undefined) return typeProblems(spec, only, value, at);
  const named = types.filter((type) => isNamedBy(spec, type, value));
  const tries = (named.length > 0 ? named : types).map((type) => typeProblems(spec, type, value, at));
  return tries.reduce(
    (least, problems) => (problems.length < least.length ? problems : least),
    tries[0] ?? [],
  );
}

/** Whether a value says itself that it is of this type, by the word that the type always has in `type`, `status` or `source`. */
function isNamedBy(spec: TelegramSpec, type: string, value: unknown): boolean {
  if (!isFields(value)) return false;
  const fields = spec.types[type]?.fields ?? [];
  return fields.some((field) => {
    if (!['type', 'status', 'source'].includes(field.name)) return false;
    const { oneOf } = ruleOf(field);
    return oneOf.length === 1 && oneOf[0] === value[field.name];
  });
}

function fieldsProblems(
  spec: TelegramSpec,
  at: string,
  fields: readonly SpecField[],
  values: Fields,
): readonly string[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(values)
    .filter((name) => !known.has(name))
    .map((name) => `${at}.${name} does not exist`);
  const wrong = fields.flatMap((field) => {
    const value = values[field.name];
    const here = `${at}.${field.name}`;
    if (value === undefined) return field.required ? [`${here} is required`] : [];
    const problems = unionProblems(spec, field.types, value, here);
    return problems.length > 0 ? problems : valueProblems(field, value, values, here);
  });
  return [...unknown, ...wrong];
}

/** Limits and lists of values that the specification states in words. */
function valueProblems(field: SpecField, value: unknown, beside: Fields, at: string): readonly string[] {
  const { items, values, isNonZero, oneOf, alphabet, length, isFormatted } = ruleOf(field);
  if (Array.isArray(value)) {
    if (items === null) return [];
    const [least, most] = items;
    if (value.length > most) return [`${at} holds more than ${most}`];
    return value.length < least ? [`${at} holds fewer than ${least}`] : [];
  }
  if (typeof value === 'number') {
    if (isNonZero && value === 0) return [`${at} must not be 0`];
    return values !== null && (value < values[0] || value > values[1])
      ? [`${at} must be ${values[0]}-${values[1]}`]
      : [];
  }
  if (typeof value !== 'string') return [];
  if (field.name === 'parse_mode') {
    return ['HTML', 'MarkdownV2', 'Markdown'].includes(value) ? [] : [`${at}: unsupported parse_mode`];
  }
  if (oneOf.length > 0 && !oneOf.includes(value)) return [`${at} must be one of ${oneOf.join(', ')}`];
  if (alphabet !== null && !alphabet.pattern.test(value)) return [`${at} may hold ${alphabet.said} only`];
  if (length === null) return [];
  let counted = value;
  if (isFormatted && beside.parse_mode === 'HTML') {
    const parsed = parseTelegramHtml(value);
    if (!parsed.ok) return [`${at}: can't parse entities: ${parsed.problem}`];
    counted = parsed.text;
  }
  const { least, most, unit } = length;
  const size = unit === 'bytes' ? Buffer.byteLength(counted) : counted.trim().length;
  return size < least || size > most ? [`${at} must be ${least}-${most} ${unit}, not ${size}`] : [];
}

/** "[Exactly / At most] one of the fields other than text, icon_custom_emoji_id, and style must be used." */
function buttonProblems(button: Fields, at: string, how: 'exactly' | 'at most'): readonly string[] {
  const kinds = Object.keys(button).filter(
    (name) => !['text', 'icon_custom_emoji_id', 'style'].includes(name),
  );
  const empty = button.text === '' ? [`${at}: button text is empty`] : [];
  const fits = kinds.length === 1 || (kinds.length === 0 && how === 'at most');
  return fits ? empty : [...empty, `${at} must do ${how} one thing, not ${kinds.length}`];
}

/** Files over 50 MB are refused, and so are empty ones. */
function fileProblems({ name, bytes }: UploadedFile, at: string): readonly string[] {
  return [
    ...(bytes.byteLength === 0 ? [`${at}: file must be non-empty`] : []),
    ...(bytes.byteLength > 50 * 1024 * 1024 ? [`${at}: Request Entity Too Large`] : []),
    ...(name === '' ? [`${at}: the file has no name`] : []),
  ];
}

/** What stands beside the list of fields: "required if … is not specified", and the number of results. */
function targetProblems(method: string, parameters: Fields): readonly string[] {
  if (method === 'answerInlineQuery') {
    const { results } = parameters;
    return Array.isArray(results) && results.length > 50 ? [`${method}.results holds more than 50`] : [];
  }
  if (!/^editMessage(?:Text|Caption|ReplyMarkup)$/.test(method)) return [];
  const inChat = parameters.chat_id !== undefined && parameters.message_id !== undefined;
  return [
    ...(inChat || parameters.inline_message_id !== undefined
      ? []
      : [`${method}: no message to edit is named`]),
    ...(method === 'editMessageText' && parameters.text === undefined && parameters.rich_message === undefined
      ? [`${method}: text is required`]
      : []),
  ];
}

function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof UploadedFile)
  );
}
