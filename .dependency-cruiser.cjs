/**
 * Who may call whom, from the top of the house to its ground. A module calls those below it,
 * through their door; modules on one level do not know each other; nobody calls finance or
 * planning. What a lower module must hear from a higher one it is told by the higher. Who may act
 * stands above the companies, because it is granted by company; what leaves the house by itself is
 * sent with the rights of who set it up, and nobody calls it.
 */
const LEVELS = [
  ['finance', 'planning'],
  ['quality', 'sales'],
  ['manufacturing', 'purchasing'],
  ['inventory', 'crm'],
  ['bulk', 'outbound'],
  ['auth'],
  ['platform'],
  ['events'],
  ['kernel'],
];

const below = (level) => LEVELS.slice(level + 1).flat();

const DATABASE_PACKAGES =
  'node_modules/(pg|pg-[^/]+|@electric-sql|@prisma|graphql-ws|ws|@apollo|pino)/';
const NODE_WITH_EFFECTS =
  '^(node:)?(fs|net|http|https|http2|dgram|dns|tls|child_process|worker_threads|cluster|os|process|timers|async_hooks|readline)(/|$)';

const callsOnlyBelow = LEVELS.flatMap((modules, level) =>
  modules.map((module) => ({
    name: `${module}-calls-only-below`,
    comment: `${module} may call: ${below(level).join(', ') || 'nobody'}.`,
    severity: 'error',
    from: { path: `^modules/${module}/` },
    to: {
      path: '^modules/[^/]+/',
      pathNot: `^modules/(${[module, ...below(level)].join('|')})/`,
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...callsOnlyBelow,
    {
      name: 'through-the-door',
      comment: 'Other modules are entered by their index.ts; the kernel by its files too.',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: { path: '^modules/[^/]+/.+', pathNot: '^modules/(?:$1/|kernel/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'through-the-door-from-outside',
      comment: 'The graph, the server and the clients enter a module by its index.ts as well.',
      severity: 'error',
      from: { path: '^(schema|resolvers|server|clients|modules/[^/]+\\.ts$)' },
      to: {
        path: '^modules/[^/]+/.+',
        pathNot: '^modules/(kernel/|[^/]+/(index|permissions|errors|events)\\.ts$)',
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules and the kernel reach nothing with effects, however long the chain.',
      severity: 'error',
      from: { path: '^modules/(kernel/.+|.+\\.rules)\\.ts$' },
      // The generated row types are erased when built; everything else of the store has effects.
      to: {
        path: `(${DATABASE_PACKAGES}|${NODE_WITH_EFFECTS}|^prisma/)`,
        pathNot: '^prisma/(generated/types|columns)\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'rules-call-no-services',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '(\\.service|/queries)\\.ts$' },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^modules/kernel/' },
      to: { pathNot: '^(modules/kernel/|node_modules/(decimal\\.js|fastest-levenshtein)/)' },
    },
    {
      name: 'modules-know-no-graphql',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '(^(schema|resolvers|server|clients)/|node_modules/(graphql|@pothos|@apollo))' },
    },
    {
      name: 'resolvers-touch-no-tables',
      comment: 'The reader reads by what the nouns declare; it is no table.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: {
        path: '(^prisma/|node_modules/(pg|kysely)/)',
        pathNot: '^prisma/reader/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-store-knows-nobody',
      comment: 'Types and the pure kernel may be named by the store; nothing else above it.',
      severity: 'error',
      from: { path: '^prisma/' },
      to: {
        path: '^(modules|schema|resolvers|server|clients)/',
        pathNot: '^modules/kernel/',
      },
    },
    {
      name: 'nothing-ships-with-tests',
      severity: 'error',
      from: { path: '^(schema|modules|resolvers|prisma|clients|server)/' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: {
        path: '^(schema|modules|resolvers|prisma|server)/',
        pathNot: '^prisma/generate\\.ts$',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
