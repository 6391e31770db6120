import { TABLE_FILE_BYTES } from '../domain/plan-file.ts';
import type { Office } from '../usecases/begin-work.ts';
import type { SentFile } from '../usecases/form/form.ts';
import { waitsForFile } from '../usecases/form/waits-for-file.ts';
import type { BotContext } from './context.ts';
import type { Turnstile } from './turnstile.ts';

/** Asking where the file is and fetching it, together. */
const FETCH_MS = 10_000;
const NAMES = /\.(?:xlsx|csv)$/i;

/**
 * The file that a form of its sender waits for, fetched and read before the transaction begins and outside of the turnstile, so that nobody
 * else waits for it; undefined: nothing waits for it, and it is refused unread like every other (C2). Its size is looked at first and counted
 * again; nothing of it is logged or kept.
 */
export async function fetchSent(
  office: Office,
  turnstile: Turnstile,
  ctx: BotContext,
): Promise<SentFile | undefined> {
  const document = ctx.message?.document;
  if (!document || ctx.chat?.type !== 'private' || ctx.message?.forward_origin) return undefined;
  const userId = ctx.from?.id ?? 0;
  const waits = await turnstile.through(false, () =>
    office.work({ pairs: [] }, (work) => waitsForFile(work, userId)),
  );
  if (!waits) return undefined;
  if (!NAMES.test(document.file_name ?? '')) return { fault: 'wrong-kind' };
  if ((document.file_size ?? 0) > TABLE_FILE_BYTES) return { fault: 'too-big' };
  const fetched = await fetchBytes(ctx, document.file_id);
  if ('fault' in fetched) return fetched;
  // What reads workbooks takes tens of megabytes that most processes never need.
  const { readPlanApart } = await import('../sheets/read-apart.ts');
  return { read: await readPlanApart(fetched.bytes) };
}

type Fetched = { bytes: Uint8Array } | { fault: 'too-big' | 'not-fetched' };

async function fetchBytes(ctx: BotContext, fileId: string): Promise<Fetched> {
  try {
    return await download(ctx, fileId, AbortSignal.timeout(FETCH_MS));
  } catch {
    // The reason may quote the address, which bears the token.
    return { fault: 'not-fetched' };
  }
}

async function download(ctx: BotContext, fileId: string, signal: AbortSignal): Promise<Fetched> {
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
