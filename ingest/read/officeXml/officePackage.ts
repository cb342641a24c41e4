import type { Element } from '@xmldom/xmldom';
import { damaged, type FileKind } from '../../texts.ts';
import { children, parseXml } from '../docx/docxXml.ts';
import { readMember, refuseOversized, zipMembers } from '../zipArchive.ts';

/** The parts of an office file that is a ZIP archive of XML. */
export type OfficePackage = {
  readonly names: readonly string[];
  /** A part's root element, `undefined` where the file has no such part. Throws a refusal for one that is broken. */
  readonly xml: (name: string) => Element | undefined;
  /** A part as it is; checked like the others. */
  readonly bytes: (name: string) => Uint8Array | null;
};

/** Opens the archive without unpacking anything. Throws a refusal for a broken one and one that declares too much. */
export function openPackage(file: Uint8Array, fileName: string, kind: FileKind): OfficePackage {
  const members = zipMembers(file);
  if (members === null) throw damaged(fileName, kind);
  refuseOversized(members, fileName);
  const bytes = (name: string) => readMember(file, members, name, fileName, kind);
  const xml = (name: string) => {
    const content = bytes(name);
    return content === null ? undefined : parseXml(content, fileName, kind);
  };
  return { names: members.map(({ name }) => name), xml, bytes };
}

const properties: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
};

/** The properties of a document under the names that all readers use; `parent`: the element whose children they are. */
export function documentProperties(parent: Element | undefined): Readonly<Record<string, string>> {
  const meta: Record<string, string> = {};
  for (const element of parent === undefined ? [] : children(parent)) {
    const key = properties[element.nodeName];
    const value = element.textContent?.trim() ?? '';
    if (key !== undefined && value !== '') meta[key] = value;
  }
  return meta;
}

/** Where the relations of a part point, by their id; targets outside the file are left out. */
export function relationTargets(parts: OfficePackage, part: string): ReadonlyMap<string, string> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const root = parts.xml(`${folder}_rels/${part.slice(cut)}.rels`);
  const found = new Map<string, string>();
  for (const relation of root === undefined ? [] : children(root)) {
    if (relation.getAttribute('TargetMode') === 'External') continue;
    const target = relation.getAttribute('Target') ?? '';
    found.set(relation.getAttribute('Id') ?? '', resolved(folder, target));
  }
  return found;
}

/** A path inside the archive, from the folder of the part that names it. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
