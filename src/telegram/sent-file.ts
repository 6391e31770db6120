import { TABLE_FILE_BYTES } from '../domain/plan-file.ts';
import type { Office } from '../usecases/begin-work.ts';
import type { SentFile } from '../usecases/form/form.ts';
import { waitsForFile } from '../usecases/form/waits-for-file.ts';
import type { BotContext } from './context.ts';

/** Asking where the file is and fetching it, together. */
const FETCH_MS = 10_000;
const NAMES = /\.(?:xlsx|csv)$/i;

/**
 * The file that a form of its sender waits for, fetched before the transaction begins; undefined: nothing waits for it, and it is refused
 * like every other (C2). Its size is looked at first and counted again; nothing of it is logged or kept.
 */
export async function fetchSent(office: Office, ctx: BotContext): Promise<SentFile | undefined> {
  const document = ctx.message?.document;
  if (!document || ctx.chat?.type !== 'private' || ctx.message?.forward_origin) return undefined;
  const userId = ctx.from?.id;
  const waits = await office.work({ pairs: 'all' }, (work) => waitsForFile(work, userId ?? 0));
  if (!waits) return undefined;
  if (!NAMES.test(document.file_name ?? '')) return { fault: 'wrong-kind' };
  if ((document.file_size ?? 0) > TABLE_FILE_BYTES) return { fault: 'too-big' };
  try {
    return await download(ctx, document.file_id, AbortSignal.timeout(FETCH_MS));
  } catch {
    // The reason may quote the address, which bears the token.
    return { fault: 'not-fetched' };
  }
}

async function download(ctx: BotContext, fileId: string, signal: AbortSignal): Promise<SentFile> {
  // grammY's types know the signal of another package.
  const { file_path: path } = await ctx.api.getFile(
    fileId,
    signal as unknown as Parameters<typeof ctx.api.getFile>[1],
  );
  if (path === undefined) return { fault: 'not-fetched' };
  const root = ctx.api.options?.apiRoot ?? 'https://api.telegram.org';
  const answer = await fetch(`${root}/file/bot${ctx.api.token}/${path}`, { signal, redirect: 'error' });
  if (!answer.ok || !answer.body) return { fault: 'not-fetched' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > TABLE_FILE_BYTES) return { fault: 'too-big' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}
