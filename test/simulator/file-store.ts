import { badRequest } from './api-failure.ts';
import type { Params, UploadedFile } from './params.ts';
import type { SimFileInfo } from './protocol.ts';

/** Files by their file_id. */
export class FileStore {
  private readonly files = new Map<string, { info: SimFileInfo; bytes: Buffer }>();

  add(file: UploadedFile): SimFileInfo {
    const number = this.files.size + 1;
    const info: SimFileInfo = {
      file_id: `BQACAgUAAxkBAAI${String(number).padStart(8, '0')}`,
      file_unique_id: `AgAD${String(number).padStart(8, '0')}`,
      file_name: file.name,
      file_size: file.bytes.length,
      mime_type: file.type,
    };
    this.files.set(info.file_id, { info, bytes: file.bytes });
    return info;
  }

  get(fileId: string): { info: SimFileInfo; bytes: Buffer } | undefined {
    return this.files.get(fileId);
  }

  /** The file of a sendDocument or sendPhoto: uploaded, attached, or known by its file_id; else 400. */
  read(params: Params, field: string): SimFileInfo {
    const reference = params.text(field);
    const part = reference.startsWith('attach://') ? reference.slice('attach://'.length) : field;
    const upload = params.files.get(part);
    if (upload) {
      if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
      return this.add(upload);
    }
    if (reference === '') throw badRequest(`there is no ${field} in the request`);
    const known = this.files.get(reference);
    if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
    return known.info;
  }
}
