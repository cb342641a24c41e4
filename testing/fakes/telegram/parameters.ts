import { type FormPart, readMultipart, UploadedFile } from './multipart.ts';
import type { TelegramSpec } from './spec.ts';

/** Parameters of a call as values; files that were sent beside them stand in their places. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Reads the body of a call: JSON, or a form with files. In a form everything is text, so the specification says which
 * fields hold a number, a truth value or an object (it is guessed where there is none). Throws where the body is neither.
 */
export function readParameters(
  spec: TelegramSpec | null,
  method: string,
  body: Buffer,
  contentType: string,
): Parameters {
  if (body.byteLength === 0) return {};
  if (/^application\/json\b/i.test(contentType)) return JSON.parse(body.toString('utf8')) as Parameters;
  if (!/^multipart\/form-data\b/i.test(contentType)) throw new Error(`the fake cannot read ${contentType}`);
  const parts = readMultipart(body, contentType);
  const attached = new Set<string>();
  const fields = new Map(spec?.methods[method]?.fields?.map((field) => [field.name, field.types]));
  const parameters = new Map<string, unknown>();
  for (const [name, part] of parts) {
    if (part instanceof UploadedFile && spec !== null && !fields.has(name)) continue;
    const types = fields.get(name) ?? (spec === null ? guessed(name) : ['String']);
    parameters.set(name, readPart(part, types, parts, attached));
  }
  for (const [name, part] of spec === null ? [] : parts) {
    const isUsed = fields.has(name) || attached.has(name);
    if (part instanceof UploadedFile && !isUsed) throw new Error(`no field names the file ${name}`);
  }
  return Object.fromEntries(parameters);
}

/** What a field holds, where no specification says it. */
function guessed(name: string): readonly string[] {
  if (/^(?:photo|document)$/.test(name)) return ['InputFile', 'String'];
  return /^(?:caption|text|parse_mode)$/.test(name) ? ['String'] : ['Integer', 'Boolean'];
}

function readPart(
  part: FormPart,
  types: readonly string[],
  parts: ReadonlyMap<string, FormPart>,
  attached: Set<string>,
): unknown {
  if (part instanceof UploadedFile) return part;
  const name = /^attach:\/\/(.+)$/.exec(part)?.[1];
  if (name !== undefined && types.includes('InputFile')) {
    const file = parts.get(name);
    if (!(file instanceof UploadedFile)) throw new Error(`the file ${part} was not sent`);
    attached.add(name);
    return file;
  }
  if (types.includes('Integer') && /^-?\d+$/.test(part)) return Number(part);
  if (types.every((type) => type === 'String' || type === 'InputFile')) return part;
  try {
    return JSON.parse(part);
  } catch {
    return part;
  }
}
