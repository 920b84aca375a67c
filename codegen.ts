import type { CodegenConfig } from '@graphql-codegen/cli';

/** The typed client: a text and its types for every shipped operation. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'clients/operations/*.graphql',
  importExtension: '.js',
  generates: {
    'clients/typescript/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // A manifest of the documents, by the SHA-256 of each: what a server is told to trust.
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          Decimal: { input: 'string | number', output: 'string' },
          CustomFieldValue: {
            input: 'string | number | boolean | string[] | Record<string, string | number>',
            output: 'unknown',
          },
          ID: 'string',
        },
      },
    },
  },
};

export default config;
