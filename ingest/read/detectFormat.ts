import type { Format } from '../../domain/directive.ts';
import { damaged, emptyFile, type FileKind, passwordProtected, unsupported, WARNINGS } from '../texts.ts';
import { openCompound } from './compound.ts';
import { mimeKind } from './mimeKind.ts';
import { readMember, type ZipMember, zipMembers } from './zipArchive.ts';

export type Detected = { readonly format: Format; readonly warnings: readonly string[] };

const extensionFormats: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  doc: 'doc',
  dot: 'doc',
  rtf: 'rtf',
  xls: 'xls',
  xlt: 'xls',
  ppt: 'ppt',
  pps: 'ppt',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  potx: 'pptx',
  odt: 'odt',
  ott: 'odt',
  ods: 'ods',
  ots: 'ods',
  odp: 'odp',
  otp: 'odp',
  mht: 'mht',
  mhtml: 'mht',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  tif: 'image',
  tiff: 'image',
  webp: 'image',
};

/** Formats told by their first bytes, none of which can be read. */
const foreignMagic: readonly (readonly [RegExp, FileKind])[] = [
  [/^GIF8|^BM.{4}\0\0\0\0|^.{4}ftyp(?:heic|heix|mif1|avif)/s, 'otherImage'],
  [/^.\x8b|^7z\xbc\xaf|^Rar!|^BZh|^\xfd7zXZ/s, 'archive'],
  [/^.{4}ftyp|^ID3|^RIFF.{4}(?:AVI|WAVE)|^OggS/s, 'media'],
  [/^MZ|^\x7fELF|^\xca\xfe\xba\xbe/, 'program'],
  [/^%!PS/, 'postscript'],
  [/^AT&TFORM/, 'djvu'],
];

/** Text files that are no documents: the ending says it, for their content is plain text too. */
const foreignTextExtensions: Readonly<Record<string, FileKind>> = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  jsonl: 'json',
  xml: 'xml',
  svg: 'svg',
  yaml: 'yaml',
  yml: 'yaml',
  eml: 'mail',
};

/** The pictures that are read: PNG, JPEG, WebP and TIFF of either byte order. */
function isPicture(head: string): boolean {
  const marks = ['\x89PNG\r\n', '\xff\xd8\xff', 'II*\0', 'MM\0*'];
  return marks.some((mark) => head.startsWith(mark)) || /^RIFF.{4}WEBP/s.test(head);
}

function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

/** The streams by which old Office files are told; documents of one kind can lie inside another's. */
const compoundStreams: readonly (readonly [string, 'doc' | 'ppt' | 'xls'])[] = [
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

function compoundFormat(bytes: Uint8Array, fileName: string): Format {
  if (includesUtf16(bytes, 'EncryptedPackage')) throw passwordProtected(fileName, 'office');
  const inside = compoundStreams.filter(([name]) => includesUtf16(bytes, name));
  const formats = new Set(inside.map(([, format]) => format));
  if (formats.size > 1) {
    const streams = openCompound(bytes, fileName, 'oldOffice');
    for (const [name, format] of inside) if (streams.has(name)) return format;
  }
  for (const format of formats) return format;
  const named = extensionFormats[extensionOf(fileName)];
  if (named === 'doc' || named === 'xls' || named === 'ppt') throw damaged(fileName, named);
  throw unsupported(fileName, 'oldOffice');
}

const openDocuments: readonly (readonly [string, Format])[] = [
  ['opendocument.text', 'odt'],
  ['opendocument.spreadsheet', 'ods'],
  ['opendocument.presentation', 'odp'],
];

function openDocumentFormat(bytes: Uint8Array, members: readonly ZipMember[], fileName: string): Format {
  const type = latin1(readMember(bytes, members, 'mimetype', fileName, 'odf') ?? new Uint8Array());
  const told = openDocuments.find(([name]) => type.includes(name))?.[1];
  const named = extensionFormats[extensionOf(fileName)];
  if (told !== undefined) return told;
  if (type === '' && (named === 'odt' || named === 'ods' || named === 'odp')) return named;
  throw unsupported(fileName, 'odf');
}

function zipFormat(bytes: Uint8Array, fileName: string): Format {
  const members = zipMembers(bytes);
  const named = extensionFormats[extensionOf(fileName)];
  const isOffice = named !== undefined && /^(?:docx|xlsx|pptx|od[tsp])$/.test(named);
  if (members === null) throw damaged(fileName, isOffice ? named : 'zip');
  const names = new Set(members.map((member) => member.name));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) throw unsupported(fileName, 'xlsb');
  if (names.has('ppt/presentation.xml')) return 'pptx';
  if (names.has('META-INF/container.xml')) throw unsupported(fileName, 'epub');
  if (names.has('content.xml')) return openDocumentFormat(bytes, members, fileName);
  if (names.has('[Content_Types].xml') && isOffice) throw damaged(fileName, named);
  throw unsupported(fileName, 'zip');
}

/** Text or not: NUL and other control bytes outside UTF-16 mean that no text editor wrote it. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  }
  // UTF-16 without a byte order mark is a NUL in every second byte; the decoder decides about it.
  const looksLikeUtf16 = nuls > sample.length * 0.2 && controls < sample.length * 0.25;
  if (looksLikeUtf16) return false;
  return nuls > Math.max(2, sample.length / 1000) || controls > sample.length * 0.02;
}

function isHtml(head: string): boolean {
  const start = head.replace(/^\uFEFF|^\xef\xbb\xbf/, '').replace(/^\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*/s, '');
  return /^<!doctype\s+html|^<(?:html|head|body|title|meta|article|main)[\s>]/i.test(start);
}

function textFormat(head: string, fileName: string): Format {
  const extension = extensionOf(fileName);
  if (isHtml(head)) return 'html';
  const mime = mimeKind(head, fileName);
  if (mime === 'mail') throw unsupported(fileName, 'mail');
  if (mime === 'mht') return 'mht';
  if (extension === 'mht' || extension === 'mhtml') throw damaged(fileName, 'mht');
  const foreign = foreignTextExtensions[extension];
  if (foreign !== undefined) throw unsupported(fileName, foreign);
  const named = extensionFormats[extension];
  if (named === 'html' || named === 'txt' || named === 'md') return named;
  // Front matter closed by its own line is Markdown's own mark.
  return /^(?:\xef\xbb\xbf)?---\r?\n(?:.*\r?\n)*?---\r?\n/.test(head) ? 'md' : 'txt';
}

function formatOf(bytes: Uint8Array, fileName: string): Format {
  const head = latin1(bytes.subarray(0, 8192));
  // Readers accept a PDF that starts within the first kilobyte; mail gateways put lines in front of it.
  if (head.slice(0, 1024).includes('%PDF-') && !isHtml(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(bytes, fileName);
  if (isPicture(head)) return 'image';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compoundFormat(bytes, fileName);
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return 'rtf';
  // Some of the marks are plain letters with which a text may well begin; PostScript is text itself.
  const binary = isBinary(bytes);
  const magic = foreignMagic.find(([pattern]) => pattern.test(head));
  const controls = [...head.slice(0, 16)].some((character) => character < '\t' || character === '\x1a');
  if (magic !== undefined && (binary || controls || head.startsWith('%!PS')))
    throw unsupported(fileName, magic[1]);
  if (binary) {
    const named = extensionFormats[extensionOf(fileName)];
    if (named !== undefined && named !== 'html' && named !== 'txt' && named !== 'md')
      throw damaged(fileName, named);
    throw unsupported(fileName, 'binary');
  }
  return textFormat(head, fileName);
}

/**
 * What a file is: by its content first, by its name only where the content leaves it open. A wrongly named file is
 * told in `warnings`. Throws a refusal for an empty file and for what cannot be read.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): Detected {
  if (bytes.length === 0) throw emptyFile(fileName);
  const format = formatOf(bytes, fileName);
  const extension = extensionOf(fileName);
  const expected = extensionFormats[extension];
  if (expected === format || (expected === undefined && format === 'txt' && extension === ''))
    return { format, warnings: [] };
  return { format, warnings: [WARNINGS.wrongName(fileName, format)] };
}
