import type { ApiError, ApiSuccess } from '@grammyjs/types';

/** One answer of the Bot API with its HTTP status. */
export type RawAnswer = { status: number } & (ApiSuccess<unknown> | ApiError);

/** Calls a method with plain JSON over HTTP, as a program without a library would. Rejects when the connection breaks. */
export async function rawCall(
  target: { url: string; token: string },
  method: string,
  body: Record<string, unknown> = {},
): Promise<RawAnswer> {
  const answer = await fetch(`${target.url}/bot${target.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as ApiSuccess<unknown> | ApiError) };
}
