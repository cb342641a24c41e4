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
  const tries = types.map((type) => typeProblems(spec, type, value, at));
  return tries.reduce(
    (least, problems) => (problems.length < least.length ? problems : least),
    tries[0] ?? [],
  );
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
  const { description } = field;
  if (Array.isArray(value)) {
    const most = /At most (\d+) /.exec(description)?.[1];
    return most !== undefined && value.length > Number(most) ? [`${at} holds more than ${most}`] : [];
  }
  if (typeof value === 'number') {
    const [, least, most] = /Values between (\d+)-(\d+)/.exec(description) ?? [];
    return least !== undefined && (value < Number(least) || value > Number(most))
      ? [`${at} must be ${least}-${most}`]
      : [];
  }
  if (typeof value !== 'string') return [];
  if (field.name === 'parse_mode') {
    return ['HTML', 'MarkdownV2', 'Markdown'].includes(value) ? [] : [`${at}: unsupported parse_mode`];
  }
  const allowed = allowedValues(description);
  if (allowed.length > 0 && !allowed.includes(value)) return [`${at} must be one of ${allowed.join(', ')}`];
  if (
    /only lowercase English letters, digits and underscores/.test(description) &&
    !/^[a-z\d_]+$/.test(value)
  ) {
    return [`${at} may hold lowercase English letters, digits and underscores only`];
  }
  return lengthProblems(description, value, beside, at);
}

function allowedValues(description: string): readonly string[] {
  const always = /(?:must be|always) ["“]?([a-z_]+)["”]?\.?$/.exec(description)?.[1];
  if (always !== undefined) return [always];
  const listed = /[Mm]ust be one of (.+?)(?:\. |\.$|$)/.exec(description)?.[1];
  if (listed !== undefined) return [...listed.matchAll(/["“]([^"”]+)["”]/g)].map(([, word = '']) => word);
  const actions = /Choose one, [^:]+: (.+)$/.exec(description)?.[1];
  if (actions === undefined) return [];
  return [...actions.matchAll(/\b([a-z_]+)(?= for | or [a-z_]+ for )/g)].map(([, word = '']) => word);
}

function lengthProblems(description: string, value: string, beside: Fields, at: string): readonly string[] {
  const [, least, most, unit] = /(\d+)-(\d+) (characters|bytes)/.exec(description) ?? [];
  if (least === undefined) return [];
  let counted = value;
  if (/after entit/.test(description) && beside.parse_mode === 'HTML') {
    const parsed = parseTelegramHtml(value);
    if (!parsed.ok) return [`${at}: can't parse entities: ${parsed.problem}`];
    counted = parsed.text;
  }
  const length = unit === 'bytes' ? Buffer.byteLength(counted) : counted.trim().length;
  return length < Number(least) || length > Number(most)
    ? [`${at} must be ${least}-${most} ${unit}, not ${length}`]
    : [];
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

/** "Required if … is not specified", which the field list cannot say. */
function targetProblems(method: string, parameters: Fields): readonly string[] {
  if (method !== 'editMessageText') return [];
  const inChat = parameters.chat_id !== undefined && parameters.message_id !== undefined;
  return [
    ...(inChat || parameters.inline_message_id !== undefined
      ? []
      : [`${method}: no message to edit is named`]),
    ...(parameters.text === undefined && parameters.rich_message === undefined
      ? [`${method}: text is required`]
      : []),
  ];
}

function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof UploadedFile)
  );
}
