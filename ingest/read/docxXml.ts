import { DOMParser, type Element } from '@xmldom/xmldom';
import { damaged, tooMuchInside } from '../texts.ts';

/** Small helpers over the parsed XML of a DOCX part. Names carry their usual prefix: `w:p`. */

/**
 * Parses one part. Throws a refusal for XML that is broken or that brings a document type: Office never writes one,
 * and entities are how XML is used to read other files or to blow up.
 */
export function parseXml(bytes: Uint8Array, fileName: string): Element {
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw tooMuchInside(fileName, { of: 'entities' });
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
    if (document.documentElement === null) throw new Error('no root element');
    return document.documentElement;
  } catch (error) {
    throw damaged(fileName, 'docx', error);
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
