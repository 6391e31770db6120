import type { IncomingMessage } from 'node:http';
import { ApiFailure, badRequest } from './api-failure.ts';
import { parseMultipart } from './multipart.ts';
import { Params } from './params.ts';

/** Telegram's limit on uploads, 50 MB, with room for the fields around it. */
const MAX_BODY_BYTES = 51 * 1024 * 1024;

/** Collects a request's body; 413 when it is larger than an upload may be. */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('error', reject);
    request.on('end', () => {
      if (size > MAX_BODY_BYTES) reject(new ApiFailure(413, 'Request Entity Too Large'));
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
  });
}

/** Reads the parameters of a Bot API call from its query and from a JSON, urlencoded or multipart body. */
export function parseParams(contentType: string, query: string, body: Buffer): Params {
  const asked: Record<string, unknown> = query === '' ? {} : Object.fromEntries(new URLSearchParams(query));
  if (body.length === 0) return new Params(asked);
  if (contentType.startsWith('application/json')) return new Params(Object.assign(asked, parseJson(body)));
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return new Params(Object.assign(asked, Object.fromEntries(new URLSearchParams(body.toString('utf8')))));
  }
  if (contentType.startsWith('multipart/form-data')) {
    const { fields, files } = parseMultipart(contentType, body);
    return new Params(Object.assign(asked, fields), files);
  }
  return new Params(asked);
}

/** Parses a JSON object; 400 when it is none. */
export function parseJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw badRequest("can't parse the request's JSON body");
  }
  throw badRequest('the request body must be a JSON object');
}
