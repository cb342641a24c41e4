import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

const errorCodes = [
  'bad_config',
  'bad_input',
  'database_locked',
  'database_unreachable',
  'database_unsuitable',
  'disk_full',
  'file_missing',
  'file_unreadable',
  'file_unsupported',
  'file_too_large',
  'limit_exceeded',
  'port_in_use',
  'not_found',
] as const satisfies readonly ErrorCode[];

const offset = z.number().int().nonnegative();
const path = z.array(z.string());
const text = z.string().nullable();

const parsedDirective = z.object({
  format: z.enum(['pdf', 'docx', 'html', 'txt', 'md']),
  kind: z.enum(['issued', 'press']),
  text: z.string(),
  header: z.object({
    number: text,
    type: text,
    issuer: text,
    issued: text,
    effective: text,
    title: text,
    signer: text,
    place: text,
  }),
  provisions: z.array(
    z.object({
      kind: z.enum(['phu_luc', 'phan', 'chuong', 'muc', 'tieu_muc', 'dieu', 'khoan', 'diem', 'gach']),
      label: z.string(),
      path,
      heading: text,
      start: offset,
      end: offset,
      page: z.number().int().nullable(),
      parent: offset.nullable(),
    }),
  ),
  passages: z.array(
    z.object({ provision: offset.nullable(), path, heading: z.string(), start: offset, end: offset }),
  ),
  warnings: z.array(z.string()),
});

/** Checks a `ParseAnswer` that came out of a child: a hostile file may have made it write anything. */
export const parseAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('parsed'), directive: parsedDirective }),
  z.object({
    status: z.literal('refused'),
    code: z.enum(errorCodes),
    sentence: z.string(),
    message: z.string(),
  }),
  z.object({ status: z.literal('failed'), message: z.string() }),
]);
