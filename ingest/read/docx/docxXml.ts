import { DOMParser, type Element } from '@xmldom/xmldom';
import { damaged, type FileKind, tooMuchInside } from '../../texts.ts';

/** Small helpers over the parsed XML of a part of a DOCX file and its kin. Names carry their usual prefix: `w:p`. */

/** Elements inside each other: tables in tables in text boxes come to some 60. Readers descend by calling themselves. */
const deepest = 400;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^!?<>][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > deepest) return true;
  }
  return false;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** Throws the refusals of `parseXml` that keep a parser safe, without parsing; gives the text. */
export function checkXml(bytes: Uint8Array, fileName: string): string {
  const text = decoded(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw tooMuchInside(fileName, { of: 'entities' });
  if (isTooDeep(text)) throw tooMuchInside(fileName, { of: 'nesting' });
  return text;
}

/**
 * Parses one part. Throws a refusal for XML that is broken or that brings a document type: Office never writes one,
 * and entities are how XML is used to read other files or to blow up.
 */
export function parseXml(bytes: Uint8Array, fileName: string, kind: FileKind = 'docx'): Element {
  const text = checkXml(bytes, fileName);
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
    if (document.documentElement === null) throw new Error('no root element');
    return document.documentElement;
  } catch (error) {
    throw damaged(fileName, kind, error);
  }
}

function isElement(node: object): node is Element {
  return 'nodeType' in node && node.nodeType === 1;
}

export function children(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) found.push(node);
  }
  return found;
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element === undefined ? undefined : children(element).find((each) => each.nodeName === name);
}

/** The attribute `w:val` of a child, `undefined` where there is none. */
export function childValue(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.getAttribute('w:val') ?? undefined;
}

/** An on/off property: `true` by presence, `false` by `w:val="0"`, `undefined` where nothing is said. */
export function toggle(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (found === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.getAttribute('w:val') ?? '');
}
