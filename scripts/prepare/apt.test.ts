import { describe, expect, it } from 'vitest';
import { candidatesOf, libraryDependencies, mirrorsAmong } from './apt.ts';

describe('what apt can install', () => {
  const policy = [
    'chromium:',
    '  Installed: (none)',
    '  Candidate: 150.0-1',
    '  Version table:',
    'postgresql-15-pgvector:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'poppler-utils:',
    '  Installed: 22.12',
    '  Candidate: 22.12',
    '',
  ].join('\n');

  it('has a candidate, whether installed or not', () => {
    const names = ['poppler-utils', 'postgresql-15-pgvector', 'chromium', 'unheard-of'];
    expect(candidatesOf(policy, names)).toEqual(['poppler-utils', 'chromium']);
  });
});

describe('the Debian archives of a machine', () => {
  it("are the main archive's, each once, without security, updates and other people's archives", () => {
    const targets = [
      'Debian|bookworm|main|http://mirror.example/debian/',
      'Debian|bookworm|contrib|http://mirror.example/contrib/',
      'Debian|bookworm-updates|main|http://updates.example/debian/',
      'Debian|bookworm-security|main|http://security.example/debian-security/',
      'Somebody|bookworm|main|http://packages.example/debian/',
      '$(ORIGIN)|bookworm|main|http://never-fetched.example/debian/',
      'Debian|bookworm|main|http://mirror.example/debian/',
      'Debian|bookworm|main|http://second.example/debian/',
      '',
    ].join('\n');
    expect(mirrorsAmong(targets, 'bookworm')).toEqual([
      'http://mirror.example/debian/',
      'http://second.example/debian/',
    ]);
  });
});

describe('the libraries that a package needs', () => {
  it('are the first of each alternative, without versions and without the compiler', () => {
    const depends =
      'locales | locales-all, postgresql-common (>= 241~), tzdata, libc6 (>= 2.34), libllvm14, ' +
      'libssl3 (>= 3.0.0) | libssl4, zlib1g:any (>= 1:1.1.4)\n';
    expect(libraryDependencies(depends)).toEqual(['tzdata', 'libc6', 'libssl3', 'zlib1g']);
  });
});
