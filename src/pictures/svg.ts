import { ownEntry } from '../domain/own-entry.ts';

/** A drawing in points, its elements as SVG. */
export type Picture = { width: number; height: number; body: string };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ownEntry(ENTITIES, sign)!);
