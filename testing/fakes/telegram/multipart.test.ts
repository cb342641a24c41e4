import { describe, expect, it } from 'vitest';
import { readMultipart, UploadedFile } from './multipart.ts';

const type = 'multipart/form-data; boundary=----x';
const form = (...parts: readonly string[]) =>
  Buffer.from(
    `${parts.map((part) => `------x\r\ncontent-disposition:form-data;${part}\r\n`).join('')}------x--\r\n`,
  );

describe('reading a form with files', () => {
  it('gives text and files by name, bytes untouched', () => {
    const body = Buffer.concat([
      Buffer.from(
        '------x\r\ncontent-disposition: form-data; name="f"; filename=hồ_sơ.bin\r\ncontent-type:a/b\r\n\r\n',
      ),
      Buffer.from([0, 13, 10, 45, 45, 255]),
      Buffer.from('\r\n------x\r\ncontent-disposition:form-data;name="t"\r\n\r\nmột\r\nhai\r\n------x--\r\n'),
    ]);
    const parts = readMultipart(body, type);
    expect(parts.get('t')).toBe('một\r\nhai');
    expect(parts.get('f')).toEqual(new UploadedFile('hồ_sơ.bin', Buffer.from([0, 13, 10, 45, 45, 255])));
  });

  it('takes a quoted name and an empty part', () => {
    const parts = readMultipart(form('name="f";filename="hồ sơ; 1.docx"\r\n\r\nx', 'name="t"\r\n\r\n'), type);
    expect(parts.get('f')).toMatchObject({ name: 'hồ sơ; 1.docx' });
    expect(parts.get('t')).toBe('');
  });

  it.each([
    [
      'a name without quotation marks that holds a blank',
      form('name="f";filename=hồ sơ.docx\r\n\r\nx'),
      'quotation',
    ],
    ['two parts of one name', form('name="t"\r\n\r\n1', 'name="t"\r\n\r\n2'), 'two parts'],
    ['a part without a name', form('x="t"\r\n\r\n1'), 'no name'],
    [
      'a body that breaks off',
      Buffer.from('------x\r\ncontent-disposition:form-data;name="t"\r\n\r\n1'),
      'not closed',
    ],
    ['another boundary', Buffer.from('----y\r\n'), 'begin with the boundary'],
  ])('refuses %s', (_, body, problem) => {
    expect(() => readMultipart(body, type)).toThrow(problem);
  });

  it('needs a boundary', () => {
    expect(() => readMultipart(form(), 'multipart/form-data')).toThrow('no boundary');
  });
});
