import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const readsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config reads the environment.',
};
const readsTheWallClock = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Only the clock (src/common/clock.ts) knows the time; take it as an argument.',
};

const needsTooMuch = {
  selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
  message: 'A class with more than six dependencies does several things; give each its own.',
};

/** What a pattern says twice, never does, or does otherwise than it reads. */
const patternsSayWhatTheyDo = [
  'no-contradiction-with-assertion',
  'no-dupe-characters-character-class',
  'no-dupe-disjunctions',
  'no-empty-alternative',
  'no-empty-character-class',
  'no-empty-group',
  'no-empty-lookarounds-assertion',
  'no-invisible-character',
  'no-lazy-ends',
  'no-misleading-capturing-group',
  'no-misleading-unicode-character',
  'no-optional-assertion',
  'no-useless-assertions',
  'no-useless-backreference',
  'no-useless-dollar-replacements',
  'no-useless-flag',
  'no-useless-lazy',
  'no-useless-quantifier',
  'optimal-quantifier-concatenation',
];

export default tseslint.config(
  { ignores: ['dist', 'data', 'coverage', 'assets/built', 'test/support/api-types.ts', '**/*.cjs'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest modules and decorated providers are classes without members of their own.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Nest declares option bags as classes; a literal is how they are meant to be given.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': ['error', readsTheEnvironment, readsTheWallClock, needsTooMuch],
    },
  },
  {
    // What the API answers is JSON from outside; a test states the shape it expects by reading it.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    files: ['src/config/**', 'test/**', 'bench/**'],
    rules: { 'no-restricted-syntax': ['error', readsTheWallClock, needsTooMuch] },
  },
  {
    files: ['src/common/clock.ts', 'test/**', 'bench/**'],
    rules: { 'no-restricted-syntax': ['error', needsTooMuch] },
  },
  {
    files: ['src/**', 'browser/**', 'test/**', 'bench/**', 'scripts/**'],
    ignores: ['src/app/every-pattern-is-linear.spec.ts'],
    plugins: { regexp },
    rules: Object.fromEntries(patternsSayWhatTheyDo.map((name) => [`regexp/${name}`, 'error'])),
  },
  {
    // What reads texts from outside; src/app/every-pattern-is-linear.spec.ts counts what these two cannot see.
    files: ['src/**', 'browser/**'],
    ignores: ['**/*.spec.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
    },
  },
);
