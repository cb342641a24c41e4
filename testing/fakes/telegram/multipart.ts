/** A file as it arrived in a `multipart/form-data` body. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
  /** How it stands in the log of a failed test. */
  toJSON(): string {
    return `<${this.name}, ${this.bytes.byteLength} bytes>`;
  }
}

export type FormPart = string | UploadedFile;

/**
 * The parts of a `multipart/form-data` body by name. Throws where the body is malformed, a name stands twice, or a file
 * name without quotation marks holds what would end it. (Node's own parser refuses names that are not ASCII, which
 * Telegram takes and grammY sends.)
 */
export function readMultipart(body: Buffer, contentType: string): ReadonlyMap<string, FormPart> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw new Error('multipart: no boundary is named');
  const parts = new Map<string, FormPart>();
  const delimiter = Buffer.from(`\r\n--${mark}`);
  // The first delimiter has no line break before it.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = whole.indexOf(delimiter);
  if (at !== 0) throw new Error('multipart: the body does not begin with the boundary');
  for (;;) {
    const start = at + delimiter.length;
    if (whole.subarray(start, start + 2).toString() === '--') return parts;
    const headEnd = whole.indexOf('\r\n\r\n', start);
    const end = whole.indexOf(delimiter, start);
    if (headEnd === -1 || end === -1 || headEnd > end) throw new Error('multipart: a part is not closed');
    const head = whole.subarray(start, headEnd).toString('utf8');
    const { name, fileName } = readDisposition(head);
    if (parts.has(name)) throw new Error(`multipart: two parts are called ${name}`);
    // A part without a body ends where its head ends.
    const bytes = Buffer.from(whole.subarray(Math.min(headEnd + 4, end), end));
    parts.set(name, fileName === undefined ? bytes.toString('utf8') : new UploadedFile(fileName, bytes));
    at = end;
  }
}

function readDisposition(head: string): { readonly name: string; readonly fileName: string | undefined } {
  const line = head.split('\r\n').find((one) => /^content-disposition:\s*form-data/i.test(one));
  if (line === undefined) throw new Error('multipart: a part has no content-disposition');
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw new Error('multipart: a part has no name');
  const [, quoted, token] = /;\s*filename=(?:"([^"]*)"|(.*))$/i.exec(line) ?? [];
  if (token !== undefined && (token === '' || /[\s;",\\/:=]/.test(token)))
    throw new Error(`multipart: the file name ${token} needs quotation marks`);
  return { name, fileName: quoted ?? token };
}
