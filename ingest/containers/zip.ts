import { KnownError } from '../../errors.ts';
import { memberBytes, refuseOversized, type ZipMember } from '../read/zipArchive.ts';
import { damaged, passwordProtected } from '../texts.ts';
import { overlapping, containerTexts as texts } from './texts.ts';
import { CONTAINER_LIMITS, type Member, type Unpacked } from './unpacked.ts';
import { memberName } from './zipNames.ts';
import { archiveMembers } from './zipRecovery.ts';

/** What systems and programs leave beside documents. */
const junk =
  /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|~\$[^/]*|[^/]*:Zone\.Identifier)$/i;

/** Members that share bytes: how an archive of some kilobytes unpacks to terabytes. */
function refuseOverlaps(members: readonly ZipMember[], fileName: string): void {
  const places = members
    .map(({ offset, packedBytes }) => ({ offset, end: offset + 30 + packedBytes }))
    .sort((one, other) => one.offset - other.offset);
  for (const [index, { offset }] of places.entries()) {
    const before = places[index - 1];
    if (before !== undefined && offset < before.end) throw overlapping(fileName);
  }
}

/** Takes out one member; what is wrong with it alone is its refusal. */
function take(
  bytes: Uint8Array,
  member: ZipMember,
  name: string,
  archive: string,
  mostBytes: number,
): Member {
  const refused = (refusal: string): Member => ({ fileName: name, bytes: new Uint8Array(), refusal });
  if (member.encrypted) return refused(texts.locked(name, archive));
  if (member.unpackedBytes > mostBytes) return refused(texts.large(name, archive, mostBytes));
  if (
    member.unpackedBytes > CONTAINER_LIMITS.freeBytes &&
    member.unpackedBytes > member.packedBytes * CONTAINER_LIMITS.ratio
  )
    return refused(texts.bomb(name, archive));
  try {
    // What it declares is held against it: a member that is longer than it says is broken, before it is long.
    const content = memberBytes(bytes, member, archive, 'zip', member.unpackedBytes);
    return { fileName: name, bytes: content, refusal: null };
  } catch (error) {
    if (error instanceof KnownError) return refused(texts.broken(name, archive));
    throw error;
  }
}

/**
 * The files in an archive, unpacked one after the other as they are asked for. Throws a refusal for an archive of which nothing
 * is left, and for one that is locked as a whole or built to burst; `mostBytes`: the largest file that is taken.
 */
export function filesOfZip(
  bytes: Uint8Array,
  fileName: string,
  mostBytes: number,
): { readonly members: Iterable<Member>; readonly warnings: Unpacked['warnings'] } {
  const found = archiveMembers(bytes);
  if (found === null) throw damaged(fileName, 'zip');
  const { members, isMended } = found;
  // One that says it is too large is refused by itself, beside others.
  const bearable = members.filter(({ unpackedBytes }) => unpackedBytes <= mostBytes);
  refuseOversized(bearable.length === 0 ? members : bearable, fileName);
  const files = members.flatMap((member) => {
    const name = memberName(member.rawName).replaceAll('\\', '/');
    return name.endsWith('/') || junk.test(name) ? [] : [{ member, name }];
  });
  refuseOverlaps(
    files.map(({ member }) => member),
    fileName,
  );
  if (files.length > 0 && files.every(({ member }) => member.encrypted))
    throw passwordProtected(fileName, 'zip');
  return {
    members: unpacking(
      files.map(
        ({ member, name }) =>
          () =>
            take(bytes, member, name, fileName, mostBytes),
      ),
    ),
    warnings: isMended ? [texts.mended(fileName)] : [],
  };
}

function* unpacking(files: readonly (() => Member)[]): Generator<Member> {
  for (const file of files) yield file();
}
