import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A file of the page, ready to send. */
export interface Asset {
  type: string;
  bytes: Buffer | string;
}

const FOLDER = new URL('./page/', import.meta.url);
const FONT = '@expo-google-fonts/be-vietnam-pro';
const WEIGHTS: Record<string, string> = {
  '400': `${FONT}/400Regular/BeVietnamPro_400Regular.ttf`,
  '500': `${FONT}/500Medium/BeVietnamPro_500Medium.ttf`,
  '600': `${FONT}/600SemiBold/BeVietnamPro_600SemiBold.ttf`,
  '700': `${FONT}/700Bold/BeVietnamPro_700Bold.ttf`,
};
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};
const modules = new Map<string, Promise<string>>();

/** The page's file at a path; undefined for any other path. TypeScript is stripped of its types on the way. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  if (path === '/') return readAsset('index.html');
  const font = WEIGHTS[/^\/fonts\/(\d{3})\.ttf$/.exec(path)?.[1] ?? ''];
  if (font) {
    return { type: 'font/ttf', bytes: await readFile(createRequire(import.meta.url).resolve(font)) };
  }
  const name = /^\/page\/([a-z-]+\.(?:css|svg|ts))$/.exec(path)?.[1];
  return name === undefined ? undefined : readAsset(name);
}

async function readAsset(name: string): Promise<Asset | undefined> {
  try {
    if (name.endsWith('.ts')) return { type: 'text/javascript; charset=utf-8', bytes: await moduleOf(name) };
    return { type: TYPES[name.split('.').pop()!]!, bytes: await readFile(new URL(name, FOLDER)) };
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
}

function moduleOf(name: string): Promise<string> {
  const known = modules.get(name);
  if (known) return known;
  const made = strip(name);
  modules.set(name, made);
  made.catch(() => modules.delete(name));
  return made;
}

async function strip(name: string): Promise<string> {
  // Loaded only here: the compiler is large, and whoever runs the simulator without the page does not need it.
  const [{ default: typescript }, source] = await Promise.all([
    import('typescript'),
    readFile(new URL(name, FOLDER), 'utf8'),
  ]);
  const { ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2022,
    verbatimModuleSyntax: true,
  };
  return typescript.transpileModule(source, { compilerOptions, fileName: name }).outputText;
}
