import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { FileSource } from '../language.js';
import { ImportRefused } from '../refusals.js';

/** The file in the folder, or the same packed by gzip. Throws ImportRefused where neither is. */
export function fileIn(folder: string, name: string): string {
  const path = join(folder, name);
  const found = [path, `${path}.gz`].find((one) => existsSync(one));
  if (found !== undefined) return found;
  throw new ImportRefused(`The folder ${folder} holds no file ${name} (nor ${name}.gz).`);
}

const isPacked = (path: string): boolean => path.endsWith('.gz');

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream = isPacked(path) ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => stream.destroy(error));
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ImportRefused(`${basename(path)}: ${reasonOf(error)}`);
  } finally {
    file.destroy();
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return 'The packed file is cut off; copy it again.';
  if (code?.startsWith('Z_')) return 'The file is not packed by gzip, or is damaged.';
  return message;
}

/** The text of a file, piece by piece, unpacked and decoded. Throws ImportRefused. */
export async function* textOfFile(
  path: string,
  encoding: FileSource['encoding'] = 'utf-8',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportRefused(`${basename(path)}: The file is not written in ${encoding}.`);
    }
  };
  for await (const bytes of unpacked(path)) yield decoded(bytes);
  yield decoded();
}
