import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Picture } from './svg.ts';

/** The family of every text in a picture: it has all Vietnamese letters, and comes with the packages. */
export const FONT = 'Be Vietnam Pro';

const locate = createRequire(import.meta.url).resolve;
const FONTS = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
  readFileSync(locate(`@expo-google-fonts/be-vietnam-pro/${file}`)),
);
await initWasm(readFileSync(locate('@resvg/resvg-wasm/index_bg.wasm')));

/** Points across: what a phone shows without zooming. Pictures are drawn at that width, at twice the dots. */
export const WIDTH = 390;
const DOTS_A_POINT = 2;

/** The people of one side get the same drawing on the same morning; making it holds up the process that sends. */
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

/** An SVG of that width as PNG. What the renderer holds is outside of the heap, where nothing but `free` gives it back. */
export function svgToPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH * DOTS_A_POINT },
    font: { fontBuffers: FONTS, loadSystemFonts: false, defaultFontFamily: FONT },
  });
  try {
    const rendered = drawing.render();
    try {
      return rendered.asPng();
    } finally {
      rendered.free();
    }
  } finally {
    drawing.free();
  }
}
