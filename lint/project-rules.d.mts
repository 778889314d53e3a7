declare const projectRules: { readonly rules: Readonly<Record<string, unknown>> }
export default projectRules
