import { defineConfig } from 'prisma/config';

// The CLI would download a native schema engine before it looks at anything. Generation needs
// none, and migrations run on the WASM engine, so any existing executable satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema' });
