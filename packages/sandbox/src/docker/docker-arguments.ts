/** The official image of a version. */
export function imageOf(version: string): string {
  return `trinodb/trino:${version}`;
}

export interface Container {
  readonly name: string;
  readonly version: string;
  /** Port of this machine's loopback that leads into the container. */
  readonly port: number;
  /** Absolute folder with the configuration. */
  readonly etc: string;
}

/** The port of a server inside its container. */
export const containerPort = 8080;

/**
 * Arguments of `docker` that run a server in the foreground and leave nothing behind. Of the image's configuration only
 * the catalogs and the main file are replaced; its heap follows the memory of the container.
 */
export function runArguments({ name, version, port, etc }: Container): string[] {
  return [
    "run",
    "--rm",
    "--init",
    `--name=${name}`,
    "--memory=2g",
    `--publish=127.0.0.1:${port}:${containerPort}`,
    `--volume=${etc}/catalog:/etc/trino/catalog:ro`,
    ...["config.properties", "access-control.properties", "access-rules.json"].map(
      (file) => `--volume=${etc}/${file}:/etc/trino/${file}:ro`,
    ),
    imageOf(version),
  ];
}
