import { tsImport } from 'tsx/esm/api';

// Jest loads this file without its transforms, so what it needs is loaded by tsx.
export default async function globalSetup() {
  const { prepareDatabase } = await tsImport('./prepared-database.ts', import.meta.url);
  await prepareDatabase();
}
