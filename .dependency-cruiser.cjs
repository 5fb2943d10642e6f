/** Folders by level; a folder may import its own level's features only downwards. */
const levels = [
  ['common', 'config', 'replies'],
  [
    'database',
    'queue',
    'safeguards',
    'backup',
    'smtp',
    'console',
    'http',
    'audit',
    'throttle',
    'questionnaire',
  ],
  ['suppressions', 'limesurvey', 'staff', 'inbox', 'composer'],
  ['lists', 'surveys'],
  ['participants', 'pace'],
  ['letters'],
  ['ledger'],
  ['waves', 'responses'],
  ['respondents', 'results'],
  ['opt-outs'],
  ['answering'],
  ['open-links'],
  ['statistics', 'editor', 'erasure', 'exports'],
  ['recovery'],
  ['app'],
];

const folders = (names) => `^src/(${names.join('|')})/`;

/** What lies on a level must not know what lies above it. */
const upwards = levels.slice(0, -1).map((names, level) => ({
  name: `level-${level}-looks-up`,
  comment: `${names.join(', ')} must not import a higher level.`,
  severity: 'error',
  from: { path: folders(names) },
  to: { path: folders(levels.slice(level + 1).flat()) },
}));

/** Features of one level do not know each other. */
const sideways = levels
  .map((_, level) => level)
  .slice(2)
  .flatMap((level) =>
    levels[level].map((name) => ({
      name: `${name}-looks-aside`,
      severity: 'error',
      from: { path: folders([name]) },
      to: { path: folders(levels[level].filter((other) => other !== name).concat('nothing')) },
    })),
  );

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...upwards,
    ...sideways,
    {
      name: 'common-reaches-no-framework',
      comment: 'src/common is plain TypeScript.',
      severity: 'error',
      from: { path: '^src/common/' },
      to: { path: 'node_modules/(@nestjs|typeorm|bullmq|fastify|nodemailer|pg)/' },
    },
    {
      name: 'rules-reach-no-framework',
      comment: 'Rules decide; they do not act.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: 'node_modules/(typeorm|bullmq|fastify|nodemailer|pg)/' },
    },
    {
      name: 'only-mail-sends',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(smtp|composer|inbox)/' },
      to: { path: 'node_modules/(nodemailer|smtp-server|mjml)/' },
    },
    {
      name: 'only-queue-knows-the-backends',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(queue|database|throttle)/' },
      to: { path: 'node_modules/ioredis/' },
    },
    {
      name: 'browsers-reach-no-server',
      comment: 'What runs in a browser shares with the server only what questionnaires are made of.',
      severity: 'error',
      from: { path: '^browser/' },
      to: { pathNot: '^(browser|src/questionnaire|src/common)/' },
    },
    {
      name: 'servers-reach-no-browser',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^browser/' },
    },
    ...['console', 'editor', 'survey'].map((name) => ({
      name: `browser-${name}-looks-aside`,
      severity: 'error',
      from: { path: `^browser/${name}/` },
      to: { path: '^browser/', pathNot: `^browser/${name}/` },
    })),
    {
      name: 'nothing-dead',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/(main|cli)\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.tsx?$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
