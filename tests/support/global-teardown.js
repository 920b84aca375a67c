import { tsImport } from 'tsx/esm/api';

export default async function globalTeardown() {
  const { discardDatabase } = await tsImport('./prepared-database.ts', import.meta.url);
  await discardDatabase();
}
