/**
 * Program text of the keeper: a process between us and the server that never lets the server outlive us, even when we
 * are killed. It notices by the channel that Node opens between parent and child: the system closes it when we die.
 * A text for `node -e`, so that it needs no file of its own beside a bundled program.
 * Arguments: a folder to remove at the end, seconds between asking and forcing, command, its arguments.
 */
export const keeperScript = `
const { spawn } = require("node:child_process");
const { rmSync } = require("node:fs");

const [, folder, graceSeconds, command, ...args] = process.argv;
const leave = (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
const server = spawn(command, args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
const endServer = () => {
  server.kill("SIGTERM");
  setTimeout(() => server.kill("SIGKILL"), Number(graceSeconds) * 1000);
};

process.on("disconnect", endServer);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, endServer);
server.on("spawn", () => {
  if (process.connected) process.send({ pid: server.pid });
});
server.on("error", (error) => {
  console.error(error.message);
  if (server.pid === undefined) leave(127);
});
server.on("exit", (code) => leave(code ?? 1));
`;
