export { startPlugin, type Answer, type CallInput, type Running, type StartOptions } from "./start-plugin.js";
export { findPostgres, startPostgres, type PostgresServer } from "./start-postgres.js";
export { testPorts, type TestPorts } from "./test-clock.js";
export { startOlder, type Older } from "./start-older.js";
export { readQr } from "./read-qr.js";
