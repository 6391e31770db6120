import type { Language } from '../playground-protocol.ts';

/** "512 B", "9,4 KB", "1,2 MB": as a messenger shows it, with the language's decimal mark. */
export function fileSize(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size.toFixed(1).replace('.', language === 'vi' ? ',' : '.')} ${unit}`;
}
