// Builds wwwroot/dist: for each theme site.css and staff.css with the fonts and pictures they use, and one script.
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const assets = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(assets, '../../..');
const out = path.resolve(assets, '../wwwroot/dist');
const resolve = createRequire(path.join(root, 'package.json')).resolve;
const shared = { bundle: true, minify: true, logLevel: 'warning', target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'] };

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, 'files'), { recursive: true });

const folders = await readdir(path.join(root, 'themes'), { withFileTypes: true });
for (const theme of folders.filter(folder => folder.isDirectory()).map(folder => folder.name)) {
  const source = path.join(root, 'themes', theme);
  for (const sheet of ['site', 'staff']) {
    await esbuild.build({
      ...shared,
      stdin: {
        contents: ['layers.css', `${sheet}.css`].map(file => `@import "${path.join(assets, 'css', file)}";`).join('\n')
          + `\n@import "./tokens.css";\n@import "./signature.css";`,
        resolveDir: source,
        loader: 'css'
      },
      outfile: path.join(out, theme, `${sheet}.css`),
      loader: { '.woff2': 'file', '.svg': 'file' },
      assetNames: '../files/[name]-[hash]'
    });
  }
  await cp(path.join(source, 'assets'), path.join(out, theme), { recursive: true });
  const { fonts } = JSON.parse(await readFile(path.join(source, 'theme.json'), 'utf8'));
  for (const font of fonts) {
    await cp(path.join(path.dirname(resolve(`${font}/package.json`)), 'LICENSE'), path.join(out, 'files', `LICENCE-${path.basename(font)}.txt`));
  }
}

await esbuild.build({ ...shared, entryPoints: [path.join(assets, 'js/site.js')], format: 'esm', outfile: path.join(out, 'site.js') });
await writeFile(path.join(out, '.stamp'), '');
