import { badRequest } from './api-failure.ts';
import type { UploadedFile } from './params.ts';

/** The parts of a form: those with a file name, and the others as text. */
export interface MultipartForm {
  fields: Record<string, string>;
  files: Map<string, UploadedFile>;
}

/** Splits a multipart/form-data body; 400 when it has no boundary or is cut off. */
export function parseMultipart(contentType: string, body: Buffer): MultipartForm {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('the form has no boundary');
  const form: MultipartForm = { fields: {}, files: new Map() };
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0 && !isLast(body, at + mark.length)) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) throw badRequest('the form is cut off');
    // Each part is framed by CRLF: one after the boundary, one before the next.
    addPart(form, body.subarray(at + mark.length + 2, next - 2));
    at = next;
  }
  return form;
}

function isLast(body: Buffer, at: number): boolean {
  return body[at] === 0x2d && body[at + 1] === 0x2d;
}

function addPart(form: MultipartForm, part: Buffer): void {
  const split = part.indexOf('\r\n\r\n');
  if (split < 0) throw badRequest('a part of the form has no header');
  const head = part.subarray(0, split).toString('utf8');
  const bytes = part.subarray(split + 4);
  const name = parameter(head, 'name');
  if (name === undefined) throw badRequest('a part of the form has no name');
  const fileName = parameter(head, 'filename');
  if (fileName === undefined) {
    form.fields[name] = bytes.toString('utf8');
    return;
  }
  const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
  form.files.set(name, { name: fileName, type, bytes: Buffer.from(bytes) });
}

function parameter(head: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(head);
  return found?.[1] ?? found?.[2];
}
