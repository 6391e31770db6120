import { badRequest } from './api-failure.ts';

/** A file that came as a part of a form. */
export interface UploadedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** The parameters of one call, whichever way they came: JSON values, or the strings of a form or a query. */
export class Params {
  private readonly values: Record<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(values: Record<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.values = values;
    this.files = files;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  /** '' when missing. */
  text(name: string): string {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  flag(name: string): boolean {
    const value = this.values[name];
    return value === true || value === 1 || value === 'true' || value === 'True' || value === '1';
  }

  /** Undefined when missing; 400 when it is not a whole number. */
  whole(name: string): number | undefined {
    if (!this.has(name) || this.values[name] === '') return undefined;
    const value = Number(this.values[name]);
    if (!Number.isSafeInteger(value)) throw badRequest(`invalid ${name} specified`);
    return value;
  }

  /** An object or array, given as such or as JSON text; 400 when the text is not JSON. */
  json<T>(name: string): T | undefined {
    if (!this.has(name) || this.values[name] === '') return undefined;
    const value = this.values[name];
    if (typeof value !== 'string') return value as T;
    try {
      return JSON.parse(value) as T;
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }
}
