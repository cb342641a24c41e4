import { KnownError } from '../../errors.ts';
import { keptName, tooMuchInside } from '../texts.ts';
import { type ContainerKind, containerKind } from './containerKind.ts';
import { filesOfMail } from './mail.ts';
import { filesOfOutlook } from './outlook.ts';
import { containerTexts as texts, tooManyDocuments, unpacksTooLarge } from './texts.ts';
import { CONTAINER_LIMITS, type Member, type Unpacked } from './unpacked.ts';
import { filesOfZip } from './zip.ts';
import { archiveMembers } from './zipRecovery.ts';

/**
 * The documents in a container and in the containers in it; `null` for what is none, and for an archive cut off before anything whole. What is wrong with one of them is its
 * refusal; a container that is broken or too much throws one. Run it in a process of its own. `mostBytes`: the largest document that is taken.
 */
export async function unpackAll(
  bytes: Uint8Array,
  fileName: string,
  mostBytes: number,
): Promise<Unpacked | null> {
  const kind = containerKind(bytes, fileName);
  if (kind === null) return null;
  const members: Member[] = [];
  const warnings: string[] = [];
  let total = 0;
  /** What is too much for all, wherever it was found. */
  let whole: KnownError | null = null;
  const stop = (error: KnownError): never => {
    whole = error;
    throw error;
  };

  const add = async (file: Member, container: string, depth: number): Promise<void> => {
    total += file.bytes.length;
    if (total > CONTAINER_LIMITS.totalBytes) stop(unpacksTooLarge(fileName));
    const named = {
      ...file,
      fileName: keptName(file.fileName),
    };
    const inner = file.refusal === null ? containerKind(file.bytes, file.fileName) : null;
    if (inner !== null && depth < CONTAINER_LIMITS.depth) {
      try {
        await open(inner, file.bytes, named.fileName, depth + 1);
        return;
      } catch (error) {
        // What is wrong with this one alone is told beside the others.
        if (!(error instanceof KnownError) || error === whole) throw error;
        members.push({ ...named, bytes: new Uint8Array(), refusal: error.sentence });
      }
    } else if (inner !== null)
      members.push({ ...named, bytes: new Uint8Array(), refusal: texts.deep(named.fileName, container) });
    else members.push(named);
    if (members.length > CONTAINER_LIMITS.documents) stop(tooManyDocuments(fileName));
  };

  const open = async (as: ContainerKind, content: Uint8Array, name: string, depth: number): Promise<void> => {
    const found =
      as === 'zip'
        ? filesOfZip(content, name, mostBytes)
        : as === 'mail'
          ? await filesOfMail(content, name)
          : filesOfOutlook(content, name);
    warnings.push(...found.warnings);
    for (const file of found.members) await add(file, name, depth);
  };

  try {
    await open(kind, bytes, fileName, 1);
  } catch (error) {
    if (error instanceof RangeError) throw tooMuchInside(fileName, { of: 'nesting' });
    throw error;
  }
  const isLost = kind === 'zip' && members.length > 0 && members.every(({ refusal }) => refusal !== null);
  return isLost && archiveMembers(bytes)?.isMended === true ? null : { members, warnings };
}
