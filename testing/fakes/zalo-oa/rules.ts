/** What a call sends as JSON. */
export type OaParameters = Readonly<Record<string, unknown>>;

const MOST_TEXT = 2000;
const MOST_BUTTONS = 5;
const MOST_TITLE = 100;
const MOST_PAYLOAD = 1000;
const MOST_VALUE = 200;
const IMAGE_BYTES = 1024 * 1024;
const FILE_BYTES = 5 * 1024 * 1024;

const isObject = (value: unknown): value is OaParameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is wrong with the body of `/v3.0/oa/message/cs`; nothing where the platform would take it. Gathered from public guides that
 * quote its documentation, in one place and easy to correct. Lengths are UTF-16 units.
 */
export function messageProblems(body: OaParameters): readonly string[] {
  const { recipient, message, ...rest } = body;
  const unknown = Object.keys(rest).map((name) => `message.${name} is not known`);
  if (!isObject(recipient) || typeof recipient.user_id !== 'string') {
    return [...unknown, 'recipient.user_id must be a string'];
  }
  if (!isObject(message)) return [...unknown, 'message is required'];
  const { text, attachment, ...others } = message;
  return [
    ...unknown,
    ...Object.keys(others).map((name) => `message.${name} is not known`),
    ...(text === undefined && attachment === undefined ? ['a message needs text or an attachment'] : []),
    ...(text === undefined ? [] : textProblems('message.text', text, MOST_TEXT)),
    ...(attachment === undefined ? [] : attachmentProblems(attachment, text)),
  ];
}

function attachmentProblems(attachment: unknown, text: unknown): readonly string[] {
  if (!isObject(attachment) || !isObject(attachment.payload)) return ['message.attachment needs a payload'];
  const { type, payload } = attachment;
  if (type === 'file') {
    return [
      ...(typeof payload.token === 'string' ? [] : ['a file needs the token of its upload']),
      ...(text === undefined ? [] : ['a file has no text']),
    ];
  }
  if (type !== 'template') return [`message.attachment.type may not be “${String(type)}”`];
  const { template_type: kind, elements, buttons, ...others } = payload;
  const unknown = Object.keys(others).map((name) => `payload.${name} is not known`);
  if (kind === undefined) {
    return [...unknown, ...(text === undefined ? ['buttons need a text'] : []), ...buttonProblems(buttons)];
  }
  if (kind !== 'media') return [...unknown, `template_type may not be “${String(kind)}”`];
  const [element, ...more] = Array.isArray(elements) ? elements : [];
  return [
    ...unknown,
    ...(more.length > 0 ? ['one picture a message'] : []),
    ...(isObject(element) && element.media_type === 'image' && typeof element.attachment_id === 'string'
      ? []
      : ['a picture needs media_type and the attachment_id of its upload']),
  ];
}

function buttonProblems(buttons: unknown): readonly string[] {
  if (!Array.isArray(buttons) || buttons.length === 0) return ['payload.buttons is required'];
  if (buttons.length > MOST_BUTTONS) return [`${buttons.length} buttons; ${MOST_BUTTONS} at the most`];
  return buttons.flatMap((button: unknown) => {
    if (!isObject(button)) return ['a button must be an object'];
    if (button.type !== 'oa.query.hide' && button.type !== 'oa.query.show') {
      return [`a button may not be of the type “${String(button.type)}”`];
    }
    return [
      ...textProblems('button.title', button.title, MOST_TITLE),
      ...textProblems('button.payload', button.payload, MOST_PAYLOAD),
    ];
  });
}

/** The same of `/v3.0/oa/message/template`. */
export function templateProblems(body: OaParameters): readonly string[] {
  const { user_id, template_id, template_data, ...rest } = body;
  return [
    ...Object.keys(rest).map((name) => `template.${name} is not known`),
    ...(typeof user_id === 'string' ? [] : ['user_id must be a string']),
    ...(typeof template_id === 'string' ? [] : ['template_id must be a string']),
    ...(isObject(template_data) && Object.keys(template_data).length > 0
      ? Object.entries(template_data).flatMap(([name, value]) =>
          textProblems(`template_data.${name}`, value, MOST_VALUE),
        )
      : ['template_data is required']),
  ];
}

function textProblems(at: string, value: unknown, most: number): readonly string[] {
  if (typeof value !== 'string') return [`${at} must be a string`];
  return [
    ...(value.trim() === '' ? [`${at} is blank`] : []),
    ...(value.length > most ? [`${at} has ${value.length} characters; ${most} at the most`] : []),
    ...(value.isWellFormed() && value.normalize('NFC') === value ? [] : [`${at} is no well-formed NFC text`]),
  ];
}

/** What is wrong with an upload. */
export function uploadProblems(
  kind: 'image' | 'file',
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): readonly string[] {
  const start = Buffer.from(bytes.subarray(0, 8));
  if (kind === 'image') {
    const isPicture = start.includes('PNG') || (start[0] === 0xff && start[1] === 0xd8);
    return [
      ...(isPicture && /\.(?:png|jpe?g)$/i.test(name) ? [] : ['a picture must be PNG or JPEG']),
      ...(bytes.byteLength > IMAGE_BYTES ? ['a picture may have 1 MB'] : []),
    ];
  }
  return [
    ...(/\.(?:pdf|docx?)$/i.test(name) ? [] : ['a file must be PDF, DOC or DOCX']),
    ...(bytes.byteLength === 0 || bytes.byteLength > FILE_BYTES ? ['a file may have 5 MB'] : []),
  ];
}
