import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The screen that is shown when the address names none. */
const firstScreen = 'features/overview/overview-screen.tsx';

/** Lets the page fetch the first screen beside the frame, which would otherwise ask for it only when it runs itself. */
function fetchFirstScreen(): Plugin {
  return {
    name: 'fetch-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunk = Object.values(bundle).find(
          (each) => each.type === 'chunk' && each.facadeModuleId?.endsWith(firstScreen),
        );
        if (chunk?.type !== 'chunk') throw new Error(`The window has no chunk of ${firstScreen}.`);
        return [chunk.fileName, ...chunk.imports]
          .filter((file) => !html.includes(file))
          .map((file): HtmlTagDescriptor => {
            return {
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
              injectTo: 'head',
            };
          });
      },
    },
  };
}

const stylesheet = /^ *<link rel="stylesheet".*\n/gm;

/** Puts the styles of the packages before those of the screens: of rules that weigh the same the later holds, in any order of the files' chunks. */
function packagesStyleFirst(): Plugin {
  return {
    name: 'packages-style-first',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(stylesheet) ?? [];
        const first = links.filter((link) => link.includes('/base-'));
        if (first.length !== 1) throw new Error('The window has no stylesheet of the packages.');
        const ordered = [...first, ...links.filter((link) => !first.includes(link))];
        return html.replace(stylesheet, () => ordered.shift() ?? '');
      },
    },
  };
}

/** The window: plain files that both hosts serve. */
export default defineConfig({
  root: folder('renderer'),
  plugins: [react(), fetchFirstScreen(), packagesStyleFirst()],
  build: {
    outDir: folder('dist/renderer'),
    emptyOutDir: true,
    target: 'es2024',
    // The content security policy forbids data: scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // How schemas check is settled in schemas.ts before one is made, so that it has to stand beside the package.
            { name: 'schemas', test: /\/node_modules\/zod\/|\/app\/schemas\.ts$/, priority: 1 },
            { name: 'base', test: /\/styles\.css$|\/ui\/base\.css$/, priority: 1 },
            // The first screen needs most of it: to fetch it in one file takes a fifth less until the first chart than in seventy.
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
});
