import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { lastLines } from "../last-lines.js";
import type { Offer } from "../offer.js";
import { runProgram } from "../run-program.js";
import { accessFiles } from "../server/access-rules.js";
import { engineOf } from "../server/engine.js";
import { catalogFiles, configFile } from "../server/server-files.js";
import type { PreparedServer } from "../server/server-launch.js";
import { containerPort, imageOf, runArguments } from "./docker-arguments.js";

/** Whether Docker can provide a version: any of Trino, once a daemon answers. */
export async function offerDocker(version: string): Promise<Offer> {
  if (engineOf(version) !== "trino") return { source: "docker", provides: false, reason: "it is used for Trino only" };
  const daemon = await runProgram("docker", ["version", "--format", "{{.Server.Version}}"], { timeoutSeconds: 10 });
  if (daemon.code === null) return { source: "docker", provides: false, reason: "docker is not installed" };
  if (daemon.code !== 0) return { source: "docker", provides: false, reason: "no Docker daemon answers" };
  const image = imageOf(version);
  const isHere = (await runProgram("docker", ["image", "inspect", image])).code === 0;
  return {
    source: "docker",
    provides: true,
    toFetch: isHere ? null : `the image ${image}`,
    prepare: async () => {
      if (!isHere) await pull(image);
      return containerServer(version);
    },
  };
}

async function pull(image: string): Promise<void> {
  const { code, output } = await runProgram("docker", ["pull", "--quiet", image], { timeoutSeconds: 1800 });
  if (code !== 0) throw new UserError("unreachable", `Cannot fetch ${image} with docker:\n${lastLines(output, 10)}`);
}

/** A server that runs in a container of its own name. */
export function containerServer(version: string): PreparedServer {
  return {
    version,
    source: "docker",
    launch: (port, folder) => {
      const name = `schema-gate-trino-${randomUUID()}`;
      return {
        files: {
          ...catalogFiles(version, "/tmp"),
          ...accessFiles("/etc/trino"),
          "config.properties": configFile("trino", containerPort),
        },
        command: "docker",
        args: runArguments({ name, version, port, etc: join(folder, "etc") }),
        // Asked, `docker run` hands the request on to the container; forced, it would leave the container behind.
        graceSeconds: 60,
        // The daemon runs the container: a killed `docker run` would leave it behind.
        kill: async () => {
          await runProgram("docker", ["kill", name]);
        },
      };
    },
  };
}
