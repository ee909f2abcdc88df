// Three projects, told apart by file name: what needs no server, what needs servers, what needs the whole program.
const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
];

// Packages that come as ES modules only. Node requires them by itself; Jest has to be told.
const ESM_PACKAGES = 'content-disposition|cookie';
const ESM_ONLY = `/node_modules/(${ESM_PACKAGES})/.+\\.js$`;

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': swc, [ESM_ONLY]: swc },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES})/)`],
  // Generated database code imports with an extension, as Node's CommonJS output needs it.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  ...more,
});

module.exports = {
  projects: [
    project('fast', ['<rootDir>/test/**/*.test.ts'], {
      testPathIgnorePatterns: ['\\.server\\.test\\.ts$', '\\.journey\\.test\\.ts$'],
    }),
    project('servers', ['<rootDir>/test/**/*.server.test.ts']),
    project('journey', ['<rootDir>/test/**/*.journey.test.ts']),
  ],
};
