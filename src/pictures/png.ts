import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from './svg.ts';

/** The family of every text in a picture: it has all Vietnamese letters, and comes with the packages. */
export const FONT = 'Be Vietnam Pro';

const locate = createRequire(import.meta.url).resolve;
const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map(
  (file) => locate(`@expo-google-fonts/be-vietnam-pro/${file}`),
);

/** Points across: what a phone shows without zooming. Pictures are drawn at that width, at twice the dots. */
export const WIDTH = 390;
const DOTS_A_POINT = 2;

/** The people of one side get the same drawing on the same morning; making it takes 50 ms of the process that sends. */
const REMEMBERED = 64;
const remembered = new Map<string, Uint8Array>();

/** A drawing of our own as PNG. */
export function pictureToPng({ width, height, body }: Picture): Uint8Array {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${body}</svg>`;
  const png = remembered.get(svg) ?? svgToPng(svg);
  remembered.delete(svg);
  remembered.set(svg, png);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(oldest);
  }
  return png;
}

/** An SVG of that width as PNG. */
export function svgToPng(svg: string): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH * DOTS_A_POINT },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT },
  });
  return drawn.render().asPng();
}
