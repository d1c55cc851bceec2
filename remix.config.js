// Read by vite.config.ts, which hands it to the Remix plugin. Only the plugin's own options belong here.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  ssr: true,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
}
