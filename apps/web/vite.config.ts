import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:8080';

/** Chromium 87 (360, 奇安信, UOS) and Safari 14 (WeChat on older phones), as Lightning CSS writes versions. */
const browsers = { chrome: 87 << 16, safari: 14 << 16, ios_saf: 14 << 16, firefox: 88 << 16 };

export default defineConfig({
  plugins: [
    sveltekit({
      compilerOptions: {
        runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
      },
      adapter: adapter(),
      csp: {
        // Hashes, not nonces: a page kept for many visitors must not carry a number that was meant for one.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // SvelteKit's own announcer of page changes carries a style attribute.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['none'],
        },
      },
    }),
  ],
  css: { transformer: 'lightningcss', lightningcss: { targets: browsers } },
  build: { cssMinify: 'lightningcss' },
  // Only what browsers get is written for old ones; the server runs on the Node that the lockfile pins.
  environments: { client: { build: { target: ['chrome87', 'safari14', 'firefox88'] } } },
  server: { proxy: { '/api': api, '/auth': api, '/cas': api } },
});
