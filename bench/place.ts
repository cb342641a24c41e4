import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A place for one measurement: `at` is a URL of an empty database, or a path at which nothing stands yet. */
export type Place = { readonly at: string; remove(): Promise<void> };

/** A database of its own on the server of a URL, where databases may be created, or a path in a temporary folder. */
export async function makePlace(server: string | undefined): Promise<Place> {
  return server === undefined ? inFolder() : onServer(server);
}

async function inFolder(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
  return { at: path.join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) };
}

async function onServer(url: string): Promise<Place> {
  const name = `dat_chuan_bench_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create database ${name} encoding 'UTF8' template template0`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  return { at: at.href, remove: () => run(url, `drop database if exists ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
