import type english from './en'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: typeof english
    defaultNS: false
    returnNull: false
  }
}
