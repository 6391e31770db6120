import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { text } from '../usecases/said.ts';
import type { OpeningKeys, SealingKey } from './backup-key.ts';
import { Unfit } from './load-backup.ts';

/** Seals bytes in age's format (age-encryption.org/v1), chunk by chunk; `plain` leaves them as they are. Throws Unfit. */
export async function* seal(key: SealingKey, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (key.kind === 'plain') return yield* bytes;
  const encrypter = new Encrypter();
  try {
    if (key.kind === 'passphrase') encrypter.setPassphrase(key.passphrase);
    else for (const one of key.recipients) encrypter.addRecipient(one);
  } catch {
    throw new Unfit(text('admin-backup-bad-recipient'));
  }
  yield* fromWeb(await encrypter.encrypt(toWeb(bytes)));
}

const FIRST_LINE = 'age-encryption.org/v1\n';

/** Whether these first bytes of a file are those of a sealed one. */
export const isSealed = (start: Uint8Array): boolean =>
  Buffer.from(start).subarray(0, FIRST_LINE.length).toString('latin1') === FIRST_LINE;

/**
 * Opens what `seal` made; every chunk is proved before it is given on. Throws Unfit, with words of their own for a key that does
 * not fit and for bytes that were cut or changed; errors of the source as they are.
 */
export async function* open(keys: OpeningKeys, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ofSource: unknown;
  const watched = watch(bytes, (error) => {
    ofSource = error;
  });
  try {
    yield* fromWeb(await decrypterOf(keys).decrypt(toWeb(watched)));
  } catch (error) {
    if (ofSource !== undefined) throw ofSource;
    if (error instanceof Unfit) throw error;
    const isWrongKey = error instanceof Error && error.message.startsWith('no identity matched');
    throw new Unfit(text(isWrongKey ? 'admin-restore-wrong-key' : 'admin-restore-damaged'));
  }
}

function decrypterOf({ passphrases, identities }: OpeningKeys): Decrypter {
  const decrypter = new Decrypter();
  try {
    for (const one of passphrases) decrypter.addPassphrase(one);
    for (const one of identities) decrypter.addIdentity(one);
  } catch {
    throw new Unfit(text('admin-backup-no-identity'));
  }
  return decrypter;
}

async function* watch<T>(source: AsyncIterable<T>, onError: (error: unknown) => void): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    onError(error);
    throw error;
  }
}

// The types of node:stream/web and of the DOM differ; at run time they are one.
const toWeb = (bytes: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(bytes)) as unknown as ReadableStream<Uint8Array>;

const fromWeb = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  Readable.fromWeb(stream as unknown as Parameters<typeof Readable.fromWeb>[0]);
